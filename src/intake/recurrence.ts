import type { AssignmentShape, Recurrence } from './draft.ts'

const EACH = String.raw`(?:hằng|hàng|mỗi|theo)`
/** Acts that a period right before them repeats: "hằng quý báo cáo tiến độ". */
const ACT = String.raw`(?:báo cáo|tổng hợp|gửi|rà soát|đánh giá|kiểm tra|tổ chức|sơ kết|công bố|cập nhật|họp|giao ban|thống kê|tham mưu|xây dựng)`
const FORMS: readonly [Recurrence, RegExp][] = [
  [
    'six-monthly',
    /(?:định kỳ|mỗi)\s+(?:0?6|sáu)\s+tháng|(?:0?6|sáu)\s+tháng(?:\s*\/|\s+)(?:một|1|01)?\s*lần|(?:0?6|sáu)\s+tháng,?\s*(?:và\s+)?(?:một\s+năm|(?:hằng|hàng)\s+năm|năm)/iu,
  ],
  [
    'monthly',
    new RegExp(
      String.raw`(?:ngày\s+(?:cuối\s+)?(?:\d{1,2}\s+)?(?:của\s+)?|định kỳ[^.;]{0,40}?|báo cáo[^.;]{0,60}?)${EACH}\s+tháng(?!\s+\d)|^\s*${EACH}\s+tháng(?!\s+\d)|${EACH}\s+tháng,?\s+${ACT}`,
      'iu',
    ),
  ],
  [
    'quarterly',
    new RegExp(
      String.raw`(?:định kỳ[^.;]{0,60}?|báo cáo[^.;]{0,60}?|tháng cuối\s+|ngày[^.;]{0,25}?)${EACH}\s+quý|^\s*${EACH}\s+quý|${EACH}\s+quý,?\s+${ACT}|(?:0?3|ba)\s+tháng\s+(?:một|1|01)\s+lần`,
      'iu',
    ),
  ],
  [
    'yearly',
    new RegExp(
      String.raw`(?:\d{1,2}/\d{1,2}|tháng\s+\d{1,2}|ngày\s+\d{1,2}|định kỳ[^.;]{0,70}?|báo cáo[^.;]{0,40}?kết quả[^.;]{0,40}?)(?:\s*,)?\s*(?:của\s+)?${EACH}\s+năm|^\s*${EACH}\s+năm|${EACH}\s+năm,?\s+${ACT}|(?:mỗi|một|1|01)\s+năm\s+(?:ít nhất\s+|tối thiểu\s+)?(?:một|1|01)\s+lần`,
      'iu',
    ),
  ],
]

/** How often a task returns, only where the sentence says so for the task itself. */
export function readRecurrence(text: string): Recurrence | null {
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? null
}

/** The same for the value of a time line or cell: "Hằng năm", "Thường xuyên, hằng quý". */
export function recurrenceFromLabel(value: string): Recurrence | null {
  if (/^theo\s/i.test(value.trim())) return null
  if (/(?:0?6|sáu)\s+tháng/iu.test(value)) return 'six-monthly'
  if (/(?:hằng|hàng)\s+tháng/iu.test(value)) return 'monthly'
  if (/(?:hằng|hàng)\s+quý/iu.test(value)) return 'quarterly'
  return /(?:hằng|hàng)\s+năm/iu.test(value) ? 'yearly' : null
}

/** Which of the four shapes an assignment has. `time` is the value of its time line, where it has one. */
export function readShape(text: string, recurrence: Recurrence | null, time: string | null, hasDate: boolean): AssignmentShape {
  if (recurrence) return 'recurring'
  if (hasDate) return 'once'
  if (time) return /thường xuyên|liên tục/iu.test(time) ? 'continuous' : 'once'
  if (
    /khi\s+(?:phát hiện|có\s+(?:sự cố|yêu cầu|phát sinh|tình huống|vụ việc|dấu hiệu)|xảy ra)|(?:ngay sau|ngay) khi\s|kịp thời\s+(?:cung cấp|thông báo|thông tin|báo cáo)/iu.test(
      text,
    )
  )
    return 'on-event'
  return /thường xuyên|liên tục|24\/24|24\/7/iu.test(text) ? 'continuous' : 'once'
}
