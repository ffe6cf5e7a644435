import { problemsWith, type ProblemTexts } from '../../kernel/problems/catalogue.ts'

/** What an agreement answers beside the general problems. Codes never change once released. */
export const AGREEMENT_PROBLEMS = {
  'party-only': { status: 403, vi: 'Chỉ các bên tham gia quy chế làm được.', en: 'Only the parties of the agreement may do this.' },
  'drafter-only': { status: 403, vi: 'Chỉ bên soạn thảo làm được.', en: 'Only the drafting party may do this.' },
  'adviser-not': { status: 403, vi: 'Bên tư vấn không giao việc.', en: 'An adviser does not assign work.' },
  'not-sent': { status: 409, vi: 'Gửi dự thảo cho các bên trước.', en: 'Send the draft to the parties first.' },
  'already-sent': { status: 409, vi: 'Dự thảo đã gửi. Gửi bản mới thay vì sửa.', en: 'The draft was sent. Send a new version instead.' },
  'already-in-force': {
    status: 409,
    vi: 'Quy chế đang có hiệu lực. Đề nghị sửa đổi thay vì sửa.',
    en: 'It is in force. Propose an amendment instead.',
  },
  'not-in-force': { status: 409, vi: 'Quy chế chưa có hiệu lực.', en: 'The agreement is not in force.' },
  'force-later': { status: 409, vi: 'Quy chế có hiệu lực từ {day}.', en: 'The agreement comes into force on {day}.' },
  'force-over': { status: 409, vi: 'Quy chế hết hiệu lực từ {day}.', en: 'The agreement expired on {day}.' },
  'before-force': {
    status: 422,
    vi: 'Chọn ngày từ {day}, khi quy chế có hiệu lực.',
    en: 'Choose a day from {day}, when it came into force.',
  },
  'agreement-ended': { status: 409, vi: 'Quy chế đã kết thúc.', en: 'The agreement has ended.' },
  'agreement-replaced': { status: 409, vi: 'Quy chế đã được thay thế.', en: 'The agreement was replaced.' },
  'no-proposal': { status: 409, vi: 'Không có bản sửa đổi nào đang lấy ý kiến.', en: 'No amendment is being negotiated.' },
  'proposal-open': {
    status: 409,
    vi: 'Đang lấy ý kiến bản {version}. Kết thúc việc này trước.',
    en: 'Version {version} is being negotiated. Finish that first.',
  },
  'already-agreed': { status: 409, vi: 'Đơn vị đã đồng ý bản này ngày {day}.', en: 'Your agency agreed to this version on {day}.' },
  'not-agreed': { status: 409, vi: 'Đơn vị chưa đồng ý bản này.', en: 'Your agency has not agreed to this version.' },
  'agreement-pending': { status: 409, vi: 'Còn {count} bên chưa đồng ý bản này.', en: '{count} parties have not agreed to this version.' },
  'all-agreed': { status: 409, vi: 'Các bên đã đồng ý. Ký hoặc rút đồng ý.', en: 'All parties agreed. Sign, or take the agreement back.' },
  'already-signed': { status: 409, vi: 'Đơn vị đã ký ngày {day}.', en: 'Your agency signed on {day}.' },
  'own-comments-open': {
    status: 409,
    vi: 'Còn {count} ý kiến của đơn vị chưa giải quyết.',
    en: '{count} comments of your agency are not resolved.',
  },
  'no-comments': { status: 409, vi: 'Không có ý kiến nào đơn vị giải quyết được.', en: 'There is no comment for you to resolve.' },
  'comment-unknown': {
    status: 422,
    vi: 'Chọn lại ý kiến: không có hoặc đã giải quyết.',
    en: 'Choose again: there is no such open comment.',
  },
  'comment-not-yours': {
    status: 403,
    vi: 'Chỉ bên soạn thảo hoặc bên góp ý giải quyết được.',
    en: 'Only the drafting party or the one who commented may resolve it.',
  },
  'end-proposed': { status: 409, vi: 'Đã có đề nghị kết thúc, chờ các bên.', en: 'Its end was proposed and waits for the parties.' },
  'no-end-proposed': { status: 409, vi: 'Chưa bên nào đề nghị kết thúc.', en: 'Nobody proposed to end it.' },
  'end-agreed': { status: 409, vi: 'Đơn vị đã đồng ý kết thúc.', en: 'Your agency agreed to end it.' },
  'needs-title': { status: 422, vi: 'Điền tên quy chế.', en: 'Fill in the title.' },
  'needs-parties': { status: 422, vi: 'Thêm ít nhất hai bên tham gia.', en: 'Add at least two parties.' },
  'party-twice': { status: 422, vi: 'Một cơ quan chỉ là một bên.', en: 'An agency is a party once.' },
  'needs-own-party': { status: 422, vi: 'Thêm cơ quan mình vào các bên.', en: 'Add your own agency to the parties.' },
  'needs-clause': { status: 422, vi: 'Thêm ít nhất một điều khoản.', en: 'Add at least one clause.' },
  'clause-empty': { status: 422, vi: 'Điền nội dung điều {article}, khoản {clause}.', en: 'Fill in clause {clause} of article {article}.' },
  'clause-twice': { status: 422, vi: 'Hai điều khoản trùng mã. Bỏ một điều khoản.', en: 'Two clauses carry the same id. Remove one.' },
  'not-a-party': { status: 422, vi: 'Chọn trong các bên tham gia.', en: 'Choose among the parties.' },
  'lead-not-party': {
    status: 422,
    vi: 'Chỉ giao cho các bên, hoặc đơn vị trực thuộc của mình.',
    en: 'Assign to the parties or to your own subordinates.',
  },
  'not-successor': {
    status: 422,
    vi: 'Chọn lại: {agency} không kế thừa cơ quan này.',
    en: 'Choose again: {agency} did not take its place.',
  },
  'host-rule': { status: 422, vi: 'Chọn đơn vị chủ trì giao ban đầu tiên trong các bên.', en: 'Choose the first host among the parties.' },
  'term-order': { status: 422, vi: 'Chọn ngày hết hiệu lực sau ngày có hiệu lực.', en: 'Choose an end later than the beginning.' },
  'on-future': { status: 422, vi: 'Chọn ngày không sau hôm nay.', en: 'Choose a day no later than today.' },
  'tied-already': { status: 409, vi: 'Hồ sơ đã gắn với điều khoản này.', en: 'The case is tied to this clause.' },
  'not-tied': { status: 409, vi: 'Hồ sơ không gắn với điều khoản này.', en: 'The case is not tied to this clause.' },
  'tie-not-yours': { status: 403, vi: 'Chỉ đơn vị đã gắn mới gỡ được.', en: 'Only the agency that tied it may untie it.' },
  'evidence-unknown': { status: 422, vi: 'Chọn lại minh chứng: không có hoặc đã rút.', en: 'Choose again: there is no such evidence.' },
  'evidence-not-yours': { status: 403, vi: 'Chỉ đơn vị đã ghi mới rút được.', en: 'Only the agency that recorded it may withdraw it.' },
  'assignment-not-yours': { status: 403, vi: 'Chỉ đơn vị đã giao mới huỷ được.', en: 'Only the agency that assigned it may cancel it.' },
  'nothing-of-yours': { status: 409, vi: 'Đơn vị không có mục nào như vậy.', en: 'Your agency has nothing of the kind here.' },
} as const satisfies ProblemTexts

export const { reason, problem, refusal } = problemsWith(AGREEMENT_PROBLEMS)

export type Code = Parameters<typeof reason>[0]
