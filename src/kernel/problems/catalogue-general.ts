/** What any route or stream can answer. */
export const GENERAL_PROBLEMS = {
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ, hoặc đồng chí không được xem.',
    en: 'There is no such case, or you may not see it.',
  },
  'stale-version': {
    status: 412,
    vi: 'Hồ sơ vừa thay đổi. Xem phần mới rồi làm lại.',
    en: 'The case has just changed. Look at what is new, then try again.',
  },
  'key-reused': {
    status: 409,
    vi: 'Yêu cầu này đã gửi với nội dung khác. Tải lại trang rồi gửi lại.',
    en: 'This request was sent before with other content. Reload the page and send it again.',
  },
  'unknown-command': { status: 404, vi: 'Không có thao tác này.', en: 'There is no such action.' },
  'bad-input': { status: 400, vi: 'Sửa mục {path} chưa đúng rồi gửi lại.', en: 'Correct the field {path}, then send it again.' },
  'not-signed-in': { status: 401, vi: 'Đăng nhập để tiếp tục.', en: 'Sign in to go on.' },
  'no-right': { status: 403, vi: 'Chức vụ của đồng chí không có quyền làm việc này.', en: 'Your post does not hold the right to do this.' },
  'too-large': {
    status: 413,
    vi: 'Nội dung vượt {limit}. Rút gọn hoặc chia nhỏ rồi gửi lại.',
    en: 'This exceeds {limit}. Shorten or split it.',
  },
  'agency-unknown': {
    status: 422,
    vi: 'Chọn lại cơ quan: danh bạ không có cơ quan này.',
    en: 'Choose again: the directory holds no such agency.',
  },
  'agency-ended': {
    status: 422,
    vi: '{agency} đã kết thúc hoạt động ngày {day}. Chọn {successor}.',
    en: '{agency} ended on {day}. Choose {successor}.',
  },
  'agency-cycle': {
    status: 422,
    vi: 'Chọn cơ quan cấp trên khác: cơ quan này đang trực thuộc chính đơn vị đó.',
    en: 'Choose another parent: this one is already under that agency.',
  },
  'number-taken': {
    status: 409,
    vi: 'Số {number} năm {year} của cơ quan ban hành này đã có hồ sơ.',
    en: 'Number {number} of {year} of this issuer already has a case.',
  },
  'future-effective': {
    status: 422,
    vi: 'Sửa thời điểm có hiệu lực: không được sau lúc này.',
    en: 'Correct the effective time: it cannot be later than now.',
  },
  'effective-before-start': {
    status: 422,
    vi: 'Sửa thời điểm có hiệu lực: không được trước khi việc này bắt đầu.',
    en: 'Correct the effective time: it cannot be before this began.',
  },
  'too-many-streams': {
    status: 429,
    vi: 'Đóng bớt cửa sổ: đồng chí đang mở hơn {most} cửa sổ của hệ thống.',
    en: 'Close some windows: more than {most} of this system are open.',
  },
  'too-many-uploads': {
    status: 429,
    vi: 'Chờ các tệp đang gửi xong rồi gửi tiếp: mỗi cán bộ gửi tối đa {most} tệp lớn cùng lúc.',
    en: 'Wait for the files under way, then send this one: an officer sends at most {most} large ones at a time.',
  },
  'uploads-busy': {
    status: 429,
    vi: 'Gửi lại sau ít giây: hệ thống đang nhận quá nhiều tệp lớn cùng lúc.',
    en: 'Send it again in a few seconds: too many large files are coming in at once.',
  },
  'database-away': {
    status: 503,
    vi: 'Cơ sở dữ liệu đang khởi động lại. Gửi lại sau vài giây, không lo ghi hai lần.',
    en: 'The database is restarting. Send it again in a few seconds; nothing is written twice.',
  },
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi, chưa ghi gì. Thử lại, nếu vẫn lỗi báo quản trị kèm mã {id}.',
    en: 'Something failed and nothing was written. Try again; if it fails again, give the administrator the code {id}.',
  },
  'no-post': {
    status: 403,
    vi: 'Đồng chí chưa giữ chức vụ nào hôm nay. Báo quản trị danh bạ của cơ quan.',
    en: 'You hold no post today. Tell the administrator of your directory.',
  },
  'post-ended': {
    status: 409,
    vi: 'Tải lại trang: chức vụ mà trang này đang dùng không còn của đồng chí.',
    en: 'Reload the page: the post in which it was opened is no longer yours.',
  },
  'empty-file': { status: 400, vi: 'Chọn tệp khác: tệp này rỗng.', en: 'Choose another file: this one is empty.' },
  erased: { status: 410, vi: 'Nội dung đã được xoá theo quy định.', en: 'The content was erased as the rules require.' },
} as const
