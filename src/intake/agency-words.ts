import { PhraseSet, readWords, type Word } from './words.ts'

const split = (text: string) =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)

/** Fields of ministries and departments, before and after the mergers of 2025, so that a name's end is known. */
export const FIELDS = new PhraseSet(
  split(`Nông nghiệp và Môi trường | Nông nghiệp và Phát triển nông thôn | Nông nghiệp & Môi trường | Nông nghiệp và PTNT | Tài nguyên và Môi trường | Tài nguyên & Môi trường
  Khoa học và Công nghệ | Khoa học & Công nghệ | Khoa học, Công nghệ | Giáo dục và Đào tạo | Giáo dục & Đào tạo | Kế hoạch và Đầu tư | Kế hoạch & Đầu tư | Thông tin và Truyền thông | Thông tin & Truyền thông
  Thông tin - Truyền thông | Lao động - Thương binh và Xã hội | Lao động, Thương binh và Xã hội | Lao động - Thương binh & Xã hội | Lao động – Thương binh và Xã hội
  Văn hóa, Thể thao và Du lịch | Văn hóa - Thể thao và Du lịch | Văn hóa, Thể thao & Du lịch | Văn hóa và Thể thao | Văn hóa Thể thao và Du lịch | Văn hóa Thể thao & Du lịch | Văn hóa, Thể thao, Du lịch | Văn hóa, Khoa học và Thông tin | Văn hóa - Xã hội | Văn hóa và Thông tin | Văn hóa - Thông tin | Văn hóa Xã hội
  Dân tộc và Tôn giáo | Dân tộc - Tôn giáo | Giao thông vận tải | Giao thông Vận tải | Giao thông công chánh | Bưu chính, Viễn thông | Bưu chính - Viễn thông | Bưu chính Viễn thông | Xây dựng | Tài chính | Nội vụ | Tư pháp | Y tế | Công Thương | Công thương | Ngoại vụ | Du lịch
  Quốc phòng | Công an | Ngoại giao | Quy hoạch - Kiến trúc | Quy hoạch và Kiến trúc | An toàn thực phẩm | Kinh tế | Kinh tế, Hạ tầng và Đô thị | Kinh tế và Hạ tầng | Kinh tế - Hạ tầng | Tài chính - Kế hoạch | Quản lý đô thị
  Lao động-Thương binh và Xã hội | Lao động-Thương binh-Xã hội | Lao động - Thương binh - Xã hội | Văn hóa-Thể thao và Du lịch | Văn hóa - Thể thao - Du lịch | Văn hóa-Thể thao-Du lịch | Tài nguyên - Môi trường | Tài nguyên-Môi trường | Nông nghiệp - Môi trường | Nông nghiệp-Môi trường | Nông nghiệp - PTNT | Khoa học - Công nghệ | Khoa học-Công nghệ | Giáo dục - Đào tạo | Giáo dục-Đào tạo | Kế hoạch - Đầu tư | Kế hoạch-Đầu tư | Giao thông - Vận tải | Thông tin-Truyền thông
  TN-MT | NN-PTNT | NN-MT | KH-CN | GD-ĐT | TT-TT | VH-TT | VH-TT-DL | VHTT-DL | KH-ĐT | LĐ-TB-XH | DT-TG | TT&TT | TTTT | KH&CN | KHCN | NN&MT | NNMT | NN&PTNT | TN&MT | TNMT | GD&ĐT | GDĐT | KH&ĐT | KHĐT | LĐTB&XH | LĐ-TB&XH | VHTTDL | VHTT&DL | VH-TT&DL | VH,TT&DL | VHTT | GTVT | DT&TG | XD | TC | NV | TP | YT | CT | VH&TT`),
)

/** Heads of a named body: a capital is required, so "ban hành" and "sở hữu" are none. */
export const NAMED_HEADS = new PhraseSet(
  split(`Cảnh sát Phòng cháy và Chữa cháy | Cảnh sát Phòng cháy, chữa cháy | Cảnh sát PCCC | Cảnh sát biển | Cơ quan Cảnh sát điều tra | Cơ quan An ninh điều tra | Ủy ban nhân dân | UBND | Hội đồng nhân dân | HĐND | Ủy ban Mặt trận Tổ quốc Việt Nam | Ủy ban Mặt trận Tổ quốc | Ủy ban MTTQ | Ủy ban MTTQVN | UBMTTQ | UBMTTQVN | Mặt trận Tổ quốc | MTTQ | Ủy ban | Hội đồng
  Thường trực | Ban Thường vụ | Ban Thường trực | Ban Chấp hành | Văn phòng | VPCP | Thanh tra | Kiểm toán | Ngân hàng | NHNN | Kho bạc | Bảo hiểm xã hội | BHXH | Sở | Bộ | Ban | Tổng cục | Chi cục | Cục | Vụ | Phòng
  Đội | Trạm | Trung tâm | Công an | CATP | Bộ đội Biên phòng | Bộ Chỉ huy | Bộ Tư lệnh | Ban Chỉ huy | Quân khu | Viện | Trường | Đại học | Học viện | Bệnh viện | Báo | Đài | Cổng thông tin điện tử | Cổng Thông tin | Thông tấn xã | TTXVN | Tạp chí
  Tỉnh ủy | Thành ủy | Đảng ủy | Huyện ủy | Tỉnh đoàn | Thành đoàn | Đoàn | Hội | Hiệp hội | Liên minh | Liên đoàn | Liên hiệp | Tổng công ty | Tập đoàn | Công ty | Viễn thông | Bưu điện | Điện lực | Viettel | VNPT | MobiFone | VinaPhone | EVN | Vietnamobile
  Tòa án | TAND | Viện kiểm sát | VKSND | Hạt Kiểm lâm | Quỹ | Thuế | Hải quan | Quản lý thị trường | Tổ | Tiểu ban | Lữ đoàn | Sư đoàn | Trung đoàn | Đồn Biên phòng | Cảng vụ | Kiểm lâm | Khu Quản lý | Ban quản lý | Tổng hội | Thông tấn xã | Nhà xuất bản | Nhà máy | Xí nghiệp | Hợp tác xã | Chi nhánh | Đoàn đại biểu Quốc hội | Đoàn ĐBQH | Thủy điện`),
)

/** Persons who answer for a body; the body follows. */
export const OFFICE_HEADS = new PhraseSet(
  split(`Chủ tịch | Phó Chủ tịch | Giám đốc | Phó Giám đốc | Tổng Giám đốc | Tổng giám đốc | Thủ trưởng | Người đứng đầu | Chánh Văn phòng | Chánh Thanh tra | Cục trưởng | Chi cục trưởng | Vụ trưởng | Tổng cục trưởng | Trưởng ban | Trưởng phòng | Trưởng Công an
  Trưởng các phòng | Bộ trưởng | Thủ tướng Chính phủ | Thủ tướng | Phó Thủ tướng | Phó Thủ tướng Chính phủ | Lãnh đạo | Bí thư | Hiệu trưởng | Trưởng Ban | Trưởng | Chỉ huy trưởng | Tổng Biên tập | Viện trưởng | Chánh án | Tổ trưởng | Công chức`),
)

/** Common nouns of bodies; several in a row make one class: "các sở, ban, ngành". */
const CLASSES = new PhraseSet(
  split(`sở | ban | ngành | bộ | cơ quan | đơn vị | địa phương | tổ chức | cá nhân | doanh nghiệp | đoàn thể | hội | xã | phường | thành | thị | đặc khu | thị trấn | huyện | thị xã | thành phố | tỉnh | quận | trường | chủ đầu tư | chủ rừng | nhà mạng | nhà đầu tư | hợp tác xã
  hộ kinh doanh | ban quản lý | ban quản lý dự án | tập đoàn | tổng công ty | công ty | phòng | trung tâm | lực lượng | chính quyền | cấp ủy | tỉnh ủy | thành ủy | đảng ủy | huyện ủy | tổ chức đảng | đảng bộ | chi bộ | cấp | báo | đài | cơ sở | nhà thầu | chủ sở hữu | chủ hồ | hồ chứa | chi nhánh | đội | tổ | viện | trạm | bệnh viện | cục | vụ | chi cục | chuyên gia | hiệp hội | ban ngành | sở ngành | sở ban ngành
  hội quần chúng | tổ chức chính trị - xã hội | tổ chức chính trị xã hội | tổ chức tín dụng | ngân hàng | báo chí | cụm công nghiệp | khu đô thị | khu đô thị mới | khu chế xuất | khu công nghệ cao | khu kinh tế | khu du lịch | khu công nghiệp | ủy ban nhân dân | UBND | chủ cơ sở | mặt trận | tổ chức xã hội | đơn vị sự nghiệp | trường học | phòng ban | cơ sở giáo dục | cơ sở y tế | đồn biên phòng | công an | hợp tác xã | chủ phương tiện | chủ tàu | đồng chí | thành viên | đại biểu | nhà trường | nhà băng | nhà xe | nhà máy | nhà phân phối | nhà cung cấp | nhà mạng viễn thông | hãng | bến xe | cơ sở lưu trú | siêu thị | lâm trường | vườn quốc gia | bưu cục | hệ thống | văn phòng | thôn | bản | buôn | tổ dân phố | khu phố`),
)

/** Class nouns, also joined by strokes: "các sở/ngành", "quận/huyện". */
export const CLASS_NOUNS = {
  lengthAt(words: readonly Word[], at: number): number {
    const length = CLASSES.lengthAt(words, at)
    if (length) return length
    const key = words[at]?.key ?? ''
    return key.includes('/') && key.split('/').every((part) => CLASSES.lengthAt(readWords(part), 0) > 0) ? 1 : 0
  },
}

/** Class nouns that may stand as a subject or after "phối hợp với" without "các". */
export const BARE_CLASSES = new PhraseSet(
  split(
    `cơ quan | đơn vị | địa phương | doanh nghiệp | chính quyền | lực lượng | ngành | tổ chức | công an | lãnh đạo | người đứng đầu | thủ trưởng | giám đốc | chủ tịch | ủy ban nhân dân | chủ đầu tư | chủ rừng | nhà mạng | cấp ủy | báo chí | bộ đội | dân quân | nhà trường | ban quản lý | phòng chuyên môn | đoàn thể | mặt trận | hội | hiệp hội | trung tâm`,
  ),
)

/** Heads that take an act as part of the name: "Ban Chỉ đạo", "Tổ công tác", "Trung tâm điều hành". */
export const ACT_NAMED_HEADS = new Set(
  split(
    `ban | tổ | đoàn | hội đồng | trung tâm | phòng | cục | chi cục | tổng cục | văn phòng | quỹ | lực lượng | ủy ban | viện | trường | hội | đội | ban quản lý | tiểu ban | vụ | thường trực | khu quản lý | trạm | học viện | bộ chỉ huy | ban chỉ huy | trưởng ban | phó trưởng ban | giám đốc ban | trưởng phòng | giám đốc trung tâm`,
  ),
)

/** Ends of the names of bodies that prevent something; they hold acts of their own. */
export const PREVENTED = new PhraseSet(
  split(
    `tội phạm sử dụng công nghệ cao | tội phạm công nghệ cao | thiên tai và tìm kiếm cứu nạn | thiên tai và TKCN | thiên tai - tìm kiếm cứu nạn | thiên tai | tham nhũng, lãng phí, tiêu cực | tham nhũng, tiêu cực | tham nhũng | tội phạm và tệ nạn xã hội | tội phạm | cháy, chữa cháy và cứu nạn, cứu hộ | cháy, chữa cháy | dịch bệnh | dịch | ma túy | mại dâm | buôn lậu, gian lận thương mại và hàng giả`,
  ),
)

/** Acts that qualify a class noun: "cơ quan quản lý nhà nước", "đơn vị cung cấp dịch vụ". */
export const CLASS_ACTS = new PhraseSet(
  split(
    `quản lý | điều tra | truyền thông | thông tin | thông tấn | cung cấp | cung ứng | vận hành | sử dụng | khai thác | phát hành | đào tạo | thi công | kiểm định | đầu tư | giám định | được giao | được phân công | thực hiện nhiệm vụ | sản xuất | tổ chức tín dụng | đăng kiểm | nghiên cứu | thường trực | quản lý nhà nước | bảo vệ | tham gia | tham mưu giúp việc | chủ trì | phối hợp | hỗ trợ phát triển | bảo trì`,
  ),
)

export const AREA_NOUNS = new Set([
  'tỉnh',
  'thành',
  'thành phố',
  'huyện',
  'thị xã',
  'xã',
  'phường',
  'quận',
  'đặc khu',
  'thị trấn',
  'vùng',
  'khu vực',
])
export const DETERMINERS = new PhraseSet(
  split('các | những | toàn bộ các | tất cả các | toàn thể các | một số | mỗi | từng | mọi | các các | hai | 02 | các loại hình | cấp'),
)
/** A sentence start that only looks like a body. */
export const NOT_AGENCIES = new PhraseSet(
  split(
    `Ban hành | Báo cáo | Báo động | Báo hiệu | Bản sao | Bản chính | Bản gốc | Bản vẽ | Bản kê | Bản đồ | Bản án | Bản tin | Bản cam kết | Bản thuyết minh | Bản thảo | Bản quyền | Vụ cháy | Vụ nổ | Vụ tai nạn | Vụ mùa | Vụ phạm | Thuế thu | Thuế giá trị | Thuế suất | Thuế giá | Đơn vị hành chính | Đơn vị tính | Hệ thống thông tin | Cơ sở dữ liệu | Cơ sở vật chất | Cơ sở hạ tầng | Cơ sở pháp lý | Cơ sở lý luận | Trường nhìn | Bộ phận | Bộ luật | Bộ máy | Bộ tiêu chí | Bộ thủ tục | Bộ chỉ số | Bộ hồ sơ | Bộ dữ liệu | Bộ Chính trị | Bộ công cụ | Hội nghị | Hội thảo | Hội thi | Hội chợ | Hội nhập | Hội họp | Đoàn kết | Đoàn viên | Quỹ đất | Quỹ nhà | Thuế suất | Trường hợp | Viện dẫn | Phòng chống | Phòng, chống | Phòng, tránh | Phòng, ngừa | Sở hữu | Sở dĩ | Phòng ngừa | Phòng tránh | Phòng cháy | Phòng bệnh | Đội ngũ | Đội mũ | Đại hội | Bảo hiểm y tế | Tổ dân phố | Tổ hợp | Viễn thông và | Đài thọ | Thanh tra việc | Thanh tra đột xuất | Kiểm toán nội bộ | Hội viên | Vụ việc | Vụ án | Ngân hàng dữ liệu | Ngân hàng câu hỏi | Trung tâm dữ liệu quốc gia | Cục bộ | Đội hình | Phòng họp | Phòng học | Trường đoản | Ngành nghề | Cơ quan nào | Cơ quan nhận | Cơ quan gửi | Đơn vị nhận | Đơn vị gửi | Đơn vị nào | Địa phương nào | Doanh nghiệp nào | Tổ chức thực hiện | Tổ chức triển khai | Tổ chức kiểm tra`,
  ),
)
