import { z } from 'zod'
import type { CommandSpec } from '../streams/decider.ts'
import { keptDue } from './events.ts'
import { day, id, instant } from './shape.ts'

const reason = z.string().trim().min(1).max(2_000)
const note = z.string().trim().max(2_000).optional()
const text = z.string().trim().min(1).max(20_000)
const fileIds = z.array(id).max(50).default([])
const periodKey = z.string().max(20).optional()

/** Payloads of the commands of a fulfilment, by name. */
export const fulfilmentPayloads = {
  // by the accountable agency
  accept: z.object({ note }),
  decline: z.object({ reason }),
  report: z.object({ text, percent: z.int().min(0).max(100).optional(), fileIds }),
  /** `periodKey`: the period answered; the earliest unanswered one where it is left out. */
  submit: z.object({ text, fileIds, periodKey }),
  withdraw: z.object({ periodKey }),
  /** All due periods where no keys are given. */
  reportNothing: z.object({ periodKeys: z.array(z.string().max(20)).max(500).default([]) }),
  askExtension: z.object({ until: day, reason }),
  handOn: z
    .object({ officerId: id.optional(), unitId: id.optional(), instruction: z.string().trim().max(2_000), dueOn: day.optional() })
    .refine((p) => p.officerId !== undefined || p.unitId !== undefined, { path: ['officerId'] }),
  delegate: z.object({
    to: z
      .array(z.object({ agencyId: id, content: z.string().trim().min(1).max(20_000).optional(), dueOn: day.optional() }))
      .min(1)
      .max(500),
    instruction: note,
  }),
  // by the asker
  confirm: z.object({ note, periodKey }),
  return: z.object({ reason, periodKey }),
  grantExtension: z.object({ until: day, note }),
  refuseExtension: z.object({ reason }),
  uphold: z.object({ note: reason }),
  suspend: z.object({ reason }),
  resume: z.object({}),
  cancel: z.object({ reason }),
  chase: z.object({ message: note }),
  changeDeadline: z.object({ dueOn: day, inclusive: z.boolean().default(true), reason }),
  // by the case and by the assignment above, never by an officer
  finish: z.object({}),
  limit: z.object({ dueAt: instant, lastDay: day, periodKey: z.string().nullable() }),
  /** `limits`: those of the one above, the whole or by period, that what was handed on must not outlast. */
  resumeBelow: z.object({ limits: z.array(z.object({ periodKey: z.string().nullable(), due: keptDue })) }),
} as const

export type FulfilmentCommandName = keyof typeof fulfilmentPayloads
export type FulfilmentPayload<N extends FulfilmentCommandName> = z.infer<(typeof fulfilmentPayloads)[N]>

const SUMMARIES: Record<FulfilmentCommandName, CommandSpec['summary']> = {
  accept: { vi: 'Xác nhận tiếp nhận', en: 'Accept' },
  decline: { vi: 'Từ chối', en: 'Decline' },
  report: { vi: 'Báo tiến độ', en: 'Report progress' },
  submit: { vi: 'Nộp kết quả', en: 'Submit the result' },
  withdraw: { vi: 'Rút kết quả', en: 'Take the result back' },
  reportNothing: { vi: 'Báo không phát sinh', en: 'Report that nothing occurred' },
  askExtension: { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  handOn: { vi: 'Giao xử lý', en: 'Hand on inside the agency' },
  delegate: { vi: 'Giao đơn vị trực thuộc', en: 'Hand on to subordinate agencies' },
  confirm: { vi: 'Xác nhận hoàn thành', en: 'Confirm' },
  return: { vi: 'Trả lại', en: 'Return' },
  grantExtension: { vi: 'Đồng ý gia hạn', en: 'Grant the extension' },
  refuseExtension: { vi: 'Không gia hạn', en: 'Refuse the extension' },
  uphold: { vi: 'Giữ nguyên việc giao', en: 'Uphold in spite of the decline' },
  suspend: { vi: 'Tạm dừng', en: 'Suspend' },
  resume: { vi: 'Tiếp tục', en: 'Resume' },
  cancel: { vi: 'Huỷ nhiệm vụ', en: 'Cancel' },
  chase: { vi: 'Đôn đốc', en: 'Chase' },
  changeDeadline: { vi: 'Đổi hạn', en: 'Change the deadline' },
  finish: { vi: 'Kết thúc cùng hồ sơ', en: 'End with the case' },
  limit: { vi: 'Hạn theo cấp trên', en: 'Follow the limit above' },
  resumeBelow: { vi: 'Tiếp tục theo cấp trên', en: 'Run on with the one above' },
}

/** Given by the case or the assignment above, never by an officer: no route leads to them. */
const BY_THE_CASE: ReadonlySet<string> = new Set<FulfilmentCommandName>(['finish', 'limit', 'resumeBelow'])

export const fulfilmentCommands: Record<string, CommandSpec> = Object.fromEntries(
  Object.entries(fulfilmentPayloads).map(([name, payload]) => [
    name,
    { payload, summary: SUMMARIES[name as FulfilmentCommandName], ...(BY_THE_CASE.has(name) ? { internal: true } : {}) },
  ]),
)
