import { messages, type Text } from '../../shell/i18n.ts'
import type { ActSpec, FieldSpec } from './act-spec.ts'

const words = messages({
  note: { vi: 'Ghi chú', en: 'Note' },
  reason: { vi: 'Lý do', en: 'Reason' },
  result: { vi: 'Kết quả đã làm', en: 'What was done' },
  files: { vi: 'Tệp kèm', en: 'Files' },
  period: { vi: 'Kỳ báo cáo', en: 'Reporting period' },
  limit: { vi: 'Tối đa 50 MB mỗi tệp', en: 'At most 50 MB each' },
})

const files: FieldSpec = { name: 'fileIds', kind: 'files', label: words.files, help: words.limit }
const text = (name: string, label: Text, required = true, help?: Text): FieldSpec => ({
  name,
  kind: 'text',
  label,
  required,
  ...(help ? { help } : {}),
})

/** Acts of the agency that answers for a fulfilment. */
export const accountableActs: Record<string, ActSpec> = {
  accept: {
    label: { vi: 'Xác nhận tiếp nhận', en: 'Accept' },
    done: { vi: 'Đã tiếp nhận', en: 'Accepted' },
    binds: false,
    fields: [text('note', words.note, false)],
  },
  submit: {
    label: { vi: 'Nộp kết quả', en: 'Submit the result' },
    done: { vi: 'Đã nộp kết quả', en: 'Result submitted' },
    binds: true,
    fields: [{ name: 'periodKey', kind: 'periods', label: words.period }, text('text', words.result), files],
    undo: { command: 'withdraw', payload: {}, done: { vi: 'Đã rút kết quả', en: 'Result taken back' } },
  },
  report: {
    label: { vi: 'Báo tiến độ', en: 'Report progress' },
    done: { vi: 'Đã báo tiến độ', en: 'Progress reported' },
    binds: false,
    fields: [
      text('text', { vi: 'Đã làm đến đâu', en: 'How far it is' }),
      { name: 'percent', kind: 'percent', label: { vi: 'Mức hoàn thành, %', en: 'Completed, %' } },
      files,
    ],
  },
  askExtension: {
    label: { vi: 'Xin gia hạn', en: 'Ask for an extension' },
    done: { vi: 'Đã xin gia hạn', en: 'Extension asked' },
    binds: false,
    lead: { vi: 'Hạn cũ vẫn tính cho đến khi có quyết định gia hạn.', en: 'The old limit counts until the extension is decided.' },
    fields: [
      { name: 'until', kind: 'date', label: { vi: 'Xin đến hết ngày', en: 'Until the end of' }, required: true },
      text('reason', words.reason),
    ],
  },
  reportNothing: {
    label: { vi: 'Báo không phát sinh', en: 'Report nothing occurred' },
    done: { vi: 'Đã báo không phát sinh', en: 'Reported that nothing occurred' },
    binds: true,
    lead: { vi: 'Báo cho mọi kỳ đến hạn mà chưa trả lời.', en: 'For every due period that has no answer.' },
    fields: [{ name: 'periodKeys', kind: 'periods', label: words.period }],
  },
  handOn: {
    label: { vi: 'Giao xử lý', en: 'Hand on inside' },
    done: { vi: 'Đã giao xử lý', en: 'Handed on' },
    binds: false,
    lead: {
      vi: 'Giao cho phòng hoặc cán bộ trong cơ quan. Đơn vị ngoài không thấy.',
      en: 'To a unit or an officer of the agency. Others do not see it.',
    },
    fields: [
      { name: 'to', kind: 'hand-on', label: { vi: 'Phòng hoặc cán bộ', en: 'Unit or officer' }, required: true },
      text('instruction', { vi: 'Ý kiến chỉ đạo', en: 'Instruction' }),
      {
        name: 'dueOn',
        kind: 'date',
        label: { vi: 'Hạn nội bộ', en: 'Inner limit' },
        help: { vi: 'Không muộn hơn hạn của cơ quan.', en: "No later than the agency's own limit." },
      },
    ],
  },
  delegate: {
    label: { vi: 'Giao đơn vị trực thuộc', en: 'Hand on to subordinates' },
    done: { vi: 'Đã giao đơn vị trực thuộc', en: 'Handed on to subordinate agencies' },
    binds: true,
    fields: [
      { name: 'to', kind: 'agencies', label: { vi: 'Đơn vị', en: 'Agencies' }, required: true },
      text('instruction', { vi: 'Nội dung giao', en: 'What they shall do' }, false),
      {
        name: 'dueOn',
        kind: 'date',
        label: { vi: 'Hạn', en: 'Limit' },
        help: {
          vi: 'Không muộn hơn hạn của cơ quan. Để trống thì theo hạn của cơ quan.',
          en: "No later than the agency's own limit, which counts where this is empty.",
        },
        empty: { vi: 'theo hạn của cơ quan', en: "the agency's own limit" },
      },
    ],
  },
  withdraw: {
    label: { vi: 'Rút kết quả', en: 'Take the result back' },
    done: { vi: 'Đã rút kết quả', en: 'Result taken back' },
    binds: false,
    lead: { vi: 'Kết quả chưa được xác nhận sẽ rút về để nộp lại.', en: 'The result, not yet confirmed, comes back to be submitted anew.' },
    fields: [],
  },
  decline: {
    label: { vi: 'Không nhận', en: 'Decline' },
    done: { vi: 'Đã báo không nhận', en: 'Declined' },
    binds: true,
    danger: true,
    lead: {
      vi: 'Cơ quan giao việc sẽ quyết định giữ nguyên hoặc huỷ.',
      en: 'The agency that asks decides whether to uphold or to cancel.',
    },
    fields: [
      text('reason', words.reason, true, {
        vi: 'Nêu căn cứ, ví dụ không đúng chức năng.',
        en: 'Say on what grounds, for example another agency is competent.',
      }),
    ],
  },
}
