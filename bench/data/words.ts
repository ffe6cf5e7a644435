/** Syllables of Vietnamese official prose, frequent ones first: a text drawn from them by rank has words as common and as rare as real ones. */
const SYLLABLES =
  `thông tin quản lý công an tỉnh ủy ban nhân dân thực hiện phối hợp kiểm tra báo cáo kết quả trước ngày đơn vị triển khai tổ chức
an ninh mạng toàn xã phường sở khoa học công nghệ tăng cường chỉ đạo xử vi phạm hoạt động dịch vụ viễn thuê bao di bảo đảm kế hoạch tuyên truyền
phòng chống tội phạm sử dụng cao đường dây nóng sự cố mã độc hệ thống máy chủ dữ liệu cá phòng ngừa ứng cứu khắc phục rà soát đánh giá cấp độ
hướng dẫn tập huấn diễn tập cán bộ chuyên trách cổng điện tử trang mật khẩu tài khoản lừa đảo trực tuyến tin nhắn rác cuộc gọi giả mạo sim kích hoạt
doanh nghiệp bưu chính văn phòng nội vụ tài chính giáo dục đào tạo y tế xây dựng nông nghiệp môi trường giao thông tư pháp thanh tra quốc phòng biên
phòng cháy chữa rừng lũ bão hạn hán dịch bệnh gia súc đất đai khoáng sản nước thải khu công nghiệp chợ trường bệnh viện trạm thu phát sóng cáp quang
trung tâm điều hành giám sát camera chiếu sáng đô thị bến xe cửa khẩu hải quan thuế kho bạc ngân hàng chi nhánh tín dụng bảo hiểm hộ nghèo chính
sách người có công trẻ em phụ nữ thanh niên cựu chiến binh mặt trận tôn giáo dân tộc miền núi hải đảo du lịch văn hóa thể thao báo chí xuất bản
quảng cáo trò chơi nền tảng mạng xã hội nhóm kín bài viết bình luận hình ảnh đoạn phim phát tán gỡ bỏ ngăn chặn khóa chứng cứ thu giữ niêm phong
giám định khởi tố điều tra truy vết địa chỉ tên miền tường lửa sao lưu phục hồi mã hóa chứng thư số chữ ký phần mềm bản quyền cập nhật lỗ hổng
bản vá cảnh báo chia sẻ chỉ dấu tấn công từ chối dịch vụ thăm dò leo thang đặc quyền tống tiền gián điệp phá hoại rò rỉ mua bán thông tin cá nhân`
    .split(/\s+/)
    .filter(Boolean)

export const syllables: readonly string[] = [...new Set(SYLLABLES)]

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Rơ Siu Ksor Nay'.split(' ')
const GIVEN =
  'An Bình Chi Dũng Đạt Giang Hà Hạnh Hòa Hùng Hương Khánh Lan Linh Long Mai Minh Nam Nga Phong Phúc Quân Quang Sơn Tâm Thảo Trang Tuấn Vân Yến'.split(
    ' ',
  )
const PLACE = 'Chư Ia Krông Đăk Kon Phú Tân Hòa Thạnh Bình An Vĩnh Long Đức Sơn Lộc Quy Nhơn Hoài Tuy Tây Đông Nam Bắc'.split(' ')

/** Names of streets, hamlets and points of service: some thousand different words, most of them rare. */
export const names: readonly string[] = PLACE.flatMap((a) => GIVEN.map((b) => `${a} ${b}`)).concat(
  FAMILY.flatMap((a) => GIVEN.map((b) => `${a} ${b}`)),
)

/** A repeatable source of numbers in [0, 1), so that two runs make the same data. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const CODES = 46_656

/** Words that only few texts hold: codes of devices, plates, dossiers. */
const code = (random: () => number): string => `q${Math.floor(random() * CODES).toString(36)}x`

/** A phrase of so many syllables. Rank r is drawn with weight 1/(r + 8): the commonest stand in most texts, the last in few. */
export const phrase = (random: () => number, length: number): string => {
  const n = syllables.length
  const spread = Math.log((n + 8) / 8)
  let text = ''
  for (let i = 0; i < length; i++) {
    const rank = Math.min(n - 1, Math.floor(8 * Math.exp(random() * spread) - 8))
    text += (i ? ' ' : '') + syllables[rank]
  }
  return text
}

/** A phrase that ends with a place and, one time in three, a code. */
export const sentence = (random: () => number, length: number): string =>
  `${phrase(random, length)} ${names[Math.floor(random() * names.length)]}${random() < 0.33 ? ` ${code(random)}` : ''}`
