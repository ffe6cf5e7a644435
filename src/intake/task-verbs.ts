import { PhraseSet, type Word, isLower } from './words.ts'

const split = (text: string) =>
  text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)

/** Words that open what a body must do. They end an agency's name and begin a sentence without a subject. */
const ACTS = split(`
chủ trì, phối hợp, phối kết hợp, chỉ đạo, hướng dẫn, tham mưu, tổ chức, triển khai, thực hiện, xây dựng, rà soát, kiểm tra, thanh tra,
giám sát, theo dõi, đôn đốc, tổng hợp, báo cáo, đề xuất, kiến nghị, trình, ban hành, phê duyệt, thẩm định, thẩm tra, bố trí, cân đối, phân bổ,
giải ngân, cung cấp, cung ứng, gửi, chuyển, chuyển đổi, tiếp nhận, xử lý, giải quyết, khắc phục, ứng phó, bảo đảm, đảm bảo, duy trì, vận hành,
quản lý, khai thác, sử dụng, cập nhật, công bố, công khai, niêm yết, thông báo, tuyên truyền, truyền thông, phổ biến, quán triệt, vận động, huy động, hỗ trợ,
tạo điều kiện, giúp, đào tạo, tập huấn, bồi dưỡng, kiện toàn, thành lập, phân công, phân cấp, phân loại, giao, yêu cầu, đề nghị, lập, hoàn thiện, hoàn thành,
nghiên cứu, đánh giá, phân tích, dự báo, cảnh báo, lựa chọn, đầu tư, mua sắm, lắp đặt, nâng cấp, kết nối, chia sẻ, tích hợp, đồng bộ, số hóa,
chuẩn hóa, trao đổi, xác minh, xác định, xác nhận, điều tra, đấu tranh, phát hiện, ngăn chặn, phòng ngừa, phòng tránh, bảo vệ, tuần tra, kiểm soát, truy quét,
thu hồi, thống kê, điều chỉnh, bổ sung, sửa đổi, bãi bỏ, thay thế, ký, ký kết, tuân thủ, chấp hành, kê khai, nộp, thu, quyết toán,
thanh toán, kiểm kê, bàn giao, đưa, mở, phát động, biểu dương, khen thưởng, tôn vinh, nhân rộng, lồng ghép, ứng dụng, áp dụng, thúc đẩy, phát triển,
khuyến khích, thu hút, mời gọi, xúc tiến, quảng bá, giới thiệu, hợp tác, tham gia, cử, tuyển dụng, sắp xếp, sơ kết, tổng kết, lưu trữ, xem xét,
quyết định, cho ý kiến, góp ý, tham gia ý kiến, trả lời, phúc đáp, làm rõ, làm việc, làm tốt, nắm, nắm bắt, nắm chắc, chuẩn bị, ra mắt, cụ thể hóa, chấn chỉnh, khôi phục,
sửa chữa, di dời, sơ tán, trực, sẵn sàng, thông tin, đăng tải, phát sóng, định hướng, chịu trách nhiệm, có trách nhiệm, có nhiệm vụ, có giải pháp, có phương án, có biện pháp, có kế hoạch, có văn bản, có đề xuất, có báo cáo, có hướng dẫn, có tờ trình,
tập trung, tăng cường, đẩy mạnh, đẩy nhanh, nâng cao, quan tâm, ưu tiên, tiếp tục, chủ động, khẩn trương, kịp thời, thường xuyên, nghiêm túc, tích cực,
trực tiếp, định kỳ, phát huy, gắn, gắn kết, lấy, coi, xem, siết chặt, quyết liệt, nghiêm cấm, tuyệt đối, không để, kiên quyết, phát hành, cấp phát, cấp phép, cấp, nêu cao, nêu gương, gấp rút, chấp thuận, ổn định, trao đổi thông tin, ngăn ngừa, đề phòng, phòng ngừa, đề cao, thắt chặt, tăng tốc, rút ngắn, khởi động, kết hợp, giữ, phân tách, sáng tạo, hiến kế, hoãn, hủy, dành, chăm lo, kêu gọi, vận dụng, luân phiên, rải, phun, khử khuẩn,
thẩm duyệt, nghiệm thu, công nhận, tôn tạo, tu bổ, trồng, chăm sóc, tiêm phòng, giám định, điều phối, điều hành, điều tiết, tập hợp, thu thập, khảo sát, đo đạc, giải phóng mặt bằng,
thực thi, tháo gỡ, rút kinh nghiệm, kiểm điểm, kiểm định, xét duyệt, đối chiếu, phản ánh, phản hồi, liên hệ, mời, chọn, ghi nhận, khẳng định, cam kết, bám sát, nhanh chóng, sớm, mở rộng, đa dạng hóa,
phòng chống, giữ vững, giữ gìn, củng cố, xóa, giảm, tăng, hạn chế, khoanh vùng, truy vết, dập dịch, cách ly, tháo dỡ, giải tỏa, cưỡng chế, xử phạt, truy thu, truy cứu, khởi tố,
khởi công, thi công, hoàn trả, bảo trì, bảo dưỡng, bảo quản, vệ sinh, khơi thông, nạo vét, gia cố, cắm biển, chốt chặn, phân luồng, điều động, trưng dụng, dự trữ, bình ổn, kết nạp, đăng ký, đăng,
đặt, treo, trưng bày, bố cáo, cấm, dừng, đình chỉ, tạm dừng, tạm ngừng, khuyến cáo, nhắc nhở, giáo dục, thuyết phục, vận hành thử, thí điểm, nhập, tách, sáp nhập, hợp nhất, giải thể, tinh giản, luân chuyển, bổ nhiệm,
thu gom, phân tuyến, phục vụ, tiếp thu, giải trình, tiếp công dân, khai báo, ủng hộ, quyên góp, thăm hỏi, tặng quà, cứu trợ, cứu hộ, cứu nạn, hoàn chỉnh, sao gửi, căn chỉnh, đối soát, làm sạch, tạo lập,
thể chế hóa, luật hóa, đơn giản hóa, cắt giảm, phân quyền, ủy quyền, niêm phong, tịch thu, tiêu hủy, gia hạn, tái cơ cấu, cơ cấu lại, cải cách, cải tiến, cải thiện, đổi mới, hiện đại hóa, tự động hóa, kích hoạt, thiết lập, cài đặt, sao lưu, giám sát,
tuyển chọn, tuyên dương, tham trao, trao tặng, bồi thường, chi trả, trả, trợ cấp, miễn giảm, thẩm vấn, xét xử, truy tố, vô hiệu hóa, gỡ bỏ, gỡ, chặn, chặn lọc, tổng rà soát, tổng kiểm tra, thực hành, làm chủ, làm đầu mối, làm, tìm, tìm kiếm, tìm hiểu, hình thành, căn cứ, tiến hành, hưởng ứng, góp phần, nâng, tự rà soát, đàm phán, chú trọng, chú ý, thụ lý, quyết tâm, nghiêm chỉnh, thường trực, ứng trực, luân phiên, trực ban, chịu, phấn đấu, bàn giao, thăm, chúc tết, phân bổ, trang bị, cải tạo, làm mới, đề ra, xây, lắp, sửa, phân tích, tham khảo, sưu tầm, biên soạn, biên tập, in ấn, thiết kế, dịch, công chứng, chứng thực, đấu giá, đấu thầu, đo, kiểm đếm, cắm mốc, giao đất, cho thuê, cho vay, hoàn tất, bổ trợ, phối kết hợp,
diễn tập, luyện tập, huấn luyện, tạm gác, chấm dứt, hủy bỏ, phê chuẩn, soạn thảo, dự thảo, lấy ý kiến, tham vấn, trích xuất, truy xuất, xác thực, định danh, mã hóa, bảo mật, bảo toàn, phản bác, phân phối, điều hòa, điều phối, tự kiểm tra, tự đánh giá, chấm điểm, xếp loại, bình xét, lưu giữ, nhận diện, đưa tin, tường thuật, tăng thời lượng, bảo hộ, đấu nối, thu mua, tiêu thụ, khai trương, khánh thành, tuyển sinh, tuyển quân, gìn giữ, đề cử, giới thiệu, phúc tra, truy vết, khoanh định, phân định, cắm biển báo, quy hoạch, bố phòng, túc trực, canh gác, canh trực, cứu chữa, điều trị, tiêm chủng, xét nghiệm`)

/** Words that may stand before the act and make the sentence an order. */
const MODALS =
  split(`phải, cần, nên, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, không được, không, cũng, sẽ, căn cứ, theo chức năng, theo thẩm quyền, theo nhiệm vụ,
theo phạm vi, theo lĩnh vực, theo phân công, theo quy định, trên cơ sở, trong phạm vi, trong quý, trong tháng, trong thời gian, hằng năm, hàng năm, hằng quý, hàng quý,
hằng tháng, hàng tháng, hằng tuần, hàng tuần, hằng ngày, hàng ngày, trước ngày, chậm nhất, được giao, tự, cùng, cùng với, là cơ quan đầu mối, là đơn vị đầu mối, là cơ quan thường trực, là đơn vị thường trực,
là cơ quan chủ trì, là đơn vị chủ trì, là cơ quan, là đơn vị, là đầu mối, đồng thời, ngoài việc, tùy theo, tùy tình hình, với vai trò, với chức năng`)

const VERBS = new PhraseSet(ACTS)
const MODAL = new PhraseSet(MODALS)
/** Single words that end a longer noun: "chương trình", "độc lập", "bàn giao". */
const NOUN_BEFORE = new Set([
  'chương',
  'công',
  'quy',
  'lộ',
  'tiến',
  'giáo',
  'quá',
  'độc',
  'bàn',
  'ngoại',
  'tờ',
  'hành',
  'thủy',
  'địa',
  'tổng',
  'thường',
  'mua',
  'giao',
  'chống',
  'bệnh',
  'phòng',
  'ổ',
  'mùa',
  'các',
  'mọi',
])
const SINGLE = new Set(['trình', 'lập', 'giao', 'thu', 'trực', 'ký', 'đưa', 'cấp', 'in', 'chi', 'làm', 'dịch', 'giữ', 'dành', 'hủy'])
/** "công nghệ thông tin", "hệ thống thông tin": the same words as part of a noun. */
const INFORMATION_NOUNS = new Set(['nghệ', 'thống', 'toàn', 'ninh', 'tâm', 'cổng', 'vụ', 'ngành', 'trang', 'dịch', 'lĩnh'])
/** "giao thông", "giao dịch": no handing over. */
const COMPOUNDS = new Set(['thông', 'dịch', 'ban', 'lưu', 'tiếp', 'thương'])
/** "lãnh đạo, chỉ đạo thực hiện" is an act; "lãnh đạo Sở" is none. */
const LED = new Set(['chỉ', 'thực', 'tổ', 'triển'])
/** Last words of a body that can lead others. */
const PARTY_ENDS = new Set(['ủy', 'tỉnh', 'phố', 'xã', 'phường', 'đảng', 'vụ'])
/** "cấp xã", "cấp tỉnh" and the like qualify a body; they are no act. */
const LEVELS = new Set([
  'xã',
  'tỉnh',
  'huyện',
  'cơ',
  'trung',
  'thành',
  'ủy',
  'trên',
  'dưới',
  'có',
  'sở',
  'bộ',
  'phòng',
  'phường',
  'quốc',
  'vùng',
  'cao',
  'học',
  'độ',
])

/** Length in words of the act that begins at `at`; 0 where none does. A capital is taken only with `anyCase`. */
export function actAt(words: readonly Word[], at: number, anyCase = false): number {
  const word = words[at]
  if (!word || (!anyCase && !isLower(word))) return 0
  if (
    word.key === 'lãnh' &&
    words[at + 1]?.key === 'đạo' &&
    LED.has(words[at + 2]?.text === ',' ? (words[at + 3]?.key ?? '') : (words[at + 2]?.key ?? ''))
  )
    return 2
  // "Đảng ủy Công an tỉnh lãnh đạo Công an tỉnh …"
  if (
    word.key === 'lãnh' &&
    words[at + 1]?.key === 'đạo' &&
    PARTY_ENDS.has(words[at - 1]?.key ?? '') &&
    /^(?:\p{Lu}|các$)/u.test(words[at + 2]?.text ?? '')
  )
    return 2
  const length = VERBS.lengthAt(words, at)
  if (length === 2 && word.key === 'thông' && INFORMATION_NOUNS.has(words[at - 1]?.key ?? '')) return 0
  if (length === 1 && SINGLE.has(word.key)) {
    if (NOUN_BEFORE.has(words[at - 1]?.key ?? '')) return 0
    if (word.key === 'cấp' && LEVELS.has(words[at + 1]?.key ?? '')) return 0
    if (word.key === 'trực' && words[at + 1]?.key === 'thuộc') return 0
    if (word.key === 'giao' && isLower(words[at + 1]) && COMPOUNDS.has(words[at + 1]?.key ?? '')) return 0
    if (word.key === 'thu' && words[at + 1]?.key === 'nhập') return 0
  }
  return length
}

/** Length in words of a word that makes what follows a duty ("phải", "có trách nhiệm", "theo chức năng"); 0 where none. */
export function modalAt(words: readonly Word[], at: number): number {
  return MODAL.lengthAt(words, at)
}
