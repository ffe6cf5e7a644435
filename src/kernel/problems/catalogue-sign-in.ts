/** What sign-in and accounts can answer. A wrong name and a wrong password read alike. */
export const SIGN_IN_PROBLEMS = {
  'sign-in-failed': { status: 401, vi: 'Tên tài khoản hoặc mật khẩu không đúng.', en: 'The account name or the password is wrong.' },
  'too-many-attempts': {
    status: 429,
    vi: 'Đăng nhập sai quá nhiều lần. Thử lại sau {minutes} phút.',
    en: 'Too many failed attempts. Try again in {minutes} minutes.',
  },
  'foreign-origin': {
    status: 403,
    vi: 'Yêu cầu đến từ trang khác nên không nhận. Mở lại hệ thống rồi làm lại.',
    en: 'The request came from another site and was refused. Open the system again and repeat it.',
  },
  'account-taken': { status: 409, vi: 'Chọn tên tài khoản khác: tên này đã có.', en: 'Choose another account name: this one is taken.' },
  'account-form': {
    status: 422,
    vi: 'Sửa tên tài khoản: 3 đến 64 ký tự, chỉ chữ không dấu, số, dấu chấm và gạch nối.',
    en: 'Correct the account name: 3 to 64 unaccented letters, digits, dots and hyphens.',
  },
  'password-form': {
    status: 422,
    vi: 'Đặt mật khẩu từ {least} đến {most} ký tự.',
    en: 'Choose a password of {least} to {most} characters.',
  },
} as const
