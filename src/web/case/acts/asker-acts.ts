import { messages } from '../../shell/i18n.ts'
import type { ActSpec, FieldSpec } from './act-spec.ts'

const words = messages({ note: { vi: 'Ghi chú', en: 'Note' }, reason: { vi: 'Lý do', en: 'Reason' } })
const note: FieldSpec = { name: 'note', kind: 'text', label: words.note }
const reason: FieldSpec = { name: 'reason', kind: 'text', label: words.reason, required: true }

/** Acts of the agency that asked. */
export const askerActs: Record<string, ActSpec> = {
  confirm: {
    label: { vi: 'Xác nhận kết quả', en: 'Confirm the result' },
    done: { vi: 'Đã xác nhận kết quả', en: 'Result confirmed' },
    binds: true,
    fields: [note],
  },
  return: {
    label: { vi: 'Trả lại', en: 'Return' },
    done: { vi: 'Đã trả lại', en: 'Returned' },
    binds: true,
    danger: true,
    fields: [{ ...reason, label: { vi: 'Cần bổ sung gì', en: 'What is missing' } }],
  },
  grantExtension: {
    label: { vi: 'Đồng ý gia hạn', en: 'Grant the extension' },
    done: { vi: 'Đã gia hạn', en: 'Extension granted' },
    binds: true,
    fields: [{ name: 'until', kind: 'date', label: { vi: 'Đến hết ngày', en: 'Until the end of' }, required: true }, note],
  },
  refuseExtension: {
    label: { vi: 'Không gia hạn', en: 'Refuse the extension' },
    done: { vi: 'Đã trả lời không gia hạn', en: 'Extension refused' },
    binds: true,
    danger: true,
    fields: [reason],
  },
  uphold: {
    label: { vi: 'Giữ nguyên việc giao', en: 'Uphold' },
    done: { vi: 'Đã giữ nguyên việc giao', en: 'Upheld' },
    binds: true,
    fields: [{ ...note, required: true, label: { vi: 'Trả lời đơn vị', en: 'Answer to the agency' } }],
  },
  chase: {
    label: { vi: 'Đôn đốc', en: 'Chase' },
    done: { vi: 'Đã đôn đốc', en: 'Chased' },
    binds: false,
    fields: [{ name: 'message', kind: 'text', label: { vi: 'Lời nhắc', en: 'Message' } }],
  },
  changeDeadline: {
    label: { vi: 'Đổi hạn', en: 'Change the deadline' },
    done: { vi: 'Đã đổi hạn', en: 'Deadline changed' },
    binds: true,
    fields: [
      { name: 'dueOn', kind: 'date', label: { vi: 'Hạn mới', en: 'New deadline' }, required: true },
      {
        name: 'inclusive',
        kind: 'included',
        label: { vi: 'Tính cả ngày này', en: 'The day itself is included' },
        help: { vi: '“đến hết ngày”; bỏ chọn là “trước ngày”', en: '“by the end of”; without it “before”' },
      },
      reason,
    ],
  },
  suspend: {
    label: { vi: 'Tạm dừng', en: 'Suspend' },
    done: { vi: 'Đã tạm dừng', en: 'Suspended' },
    binds: false,
    fields: [reason],
    undo: { command: 'resume', payload: {}, done: { vi: 'Đã tiếp tục', en: 'Resumed' } },
  },
  resume: {
    label: { vi: 'Tiếp tục', en: 'Resume' },
    done: { vi: 'Đã tiếp tục, hạn tính thêm thời gian tạm dừng', en: 'Resumed; the time that was lost is added' },
    binds: false,
    fields: [],
  },
  cancel: {
    label: { vi: 'Huỷ nhiệm vụ', en: 'Cancel' },
    done: { vi: 'Đã huỷ nhiệm vụ', en: 'Cancelled' },
    binds: true,
    danger: true,
    lead: { vi: 'Việc đã giao tiếp cho đơn vị trực thuộc cũng kết thúc.', en: 'What was handed on from it ends too.' },
    fields: [reason],
  },
}
