import type { Certainty } from '../domains.ts'

/** A central body: slug under `vn/`, type, name, short name, and what differs from "still so, no parent, generally known". */
export type NationBody = {
  readonly slug: string
  readonly typeId: string
  readonly name: string
  readonly short: string
  readonly aliases?: readonly string[]
  readonly formerNames?: readonly string[]
  readonly parent?: string
  readonly from?: string
  readonly until?: string
  readonly successors?: readonly string[]
  readonly certainty?: Certainty
}

const body =
  (typeId: string) =>
  (slug: string, name: string, short: string, rest: Partial<NationBody> = {}): NationBody => ({ slug, typeId, name, short, ...rest })
const ministry = body('ministry')
const central = body('national-body')
const party = body('national-party-body')
const front = body('national-front')
const press = body('national-press')
const telecom = body('national-telecom-enterprise')
const post = body('national-postal-enterprise')
const bureau =
  (parent: string) =>
  (slug: string, name: string, short: string, rest: Partial<NationBody> = {}): NationBody => ({
    slug,
    typeId: 'ministry-department',
    name,
    short,
    parent,
    ...rest,
  })
const underScience = bureau('bo-khcn')
const underCulture = bureau('bo-vhttdl')

const MERGED = { until: '2025-02-28' } as const
const REFORMED = { from: '2025-03-01' } as const

/** Ministries and central bodies as of the government reorganisation of 1 March 2025, and those that it ended. */
export const nationBodies: readonly NationBody[] = [
  central('chinh-phu', 'Chính phủ', 'Chính phủ'),
  central('thu-tuong', 'Thủ tướng Chính phủ', 'Thủ tướng Chính phủ', { parent: 'chinh-phu' }),
  central('quoc-hoi', 'Quốc hội', 'Quốc hội', { aliases: ['Ủy ban Thường vụ Quốc hội'] }),
  central('van-phong-quoc-hoi', 'Văn phòng Quốc hội', 'VPQH', { parent: 'quoc-hoi' }),
  central('van-phong-chu-tich-nuoc', 'Văn phòng Chủ tịch nước', 'VP Chủ tịch nước'),
  central('toa-an-toi-cao', 'Tòa án nhân dân tối cao', 'TANDTC'),
  central('vien-kiem-sat-toi-cao', 'Viện kiểm sát nhân dân tối cao', 'VKSNDTC'),
  central('kiem-toan-nha-nuoc', 'Kiểm toán nhà nước', 'KTNN'),
  central('ban-chi-dao-pttds', 'Ban Chỉ đạo phòng thủ dân sự quốc gia', 'BCĐ PTDS quốc gia', {
    aliases: ['Văn phòng Ban Chỉ đạo phòng thủ dân sự quốc gia'],
  }),
  central('bhxh-viet-nam', 'Bảo hiểm xã hội Việt Nam', 'BHXH Việt Nam', { ...MERGED, successors: ['bo-tai-chinh'] }),

  ministry('bo-quoc-phong', 'Bộ Quốc phòng', 'Bộ Quốc phòng', { parent: 'chinh-phu' }),
  ministry('bo-cong-an', 'Bộ Công an', 'Bộ Công an', { parent: 'chinh-phu', certainty: 'sourced' }),
  ministry('bo-ngoai-giao', 'Bộ Ngoại giao', 'Bộ Ngoại giao', { parent: 'chinh-phu' }),
  ministry('bo-noi-vu', 'Bộ Nội vụ', 'Bộ Nội vụ', { parent: 'chinh-phu' }),
  ministry('bo-tu-phap', 'Bộ Tư pháp', 'Bộ Tư pháp', { parent: 'chinh-phu' }),
  ministry('bo-tai-chinh', 'Bộ Tài chính', 'Bộ Tài chính', { parent: 'chinh-phu' }),
  ministry('bo-cong-thuong', 'Bộ Công Thương', 'Bộ Công Thương', { parent: 'chinh-phu' }),
  ministry('bo-nnmt', 'Bộ Nông nghiệp và Môi trường', 'Bộ NN&MT', { parent: 'chinh-phu', ...REFORMED }),
  ministry('bo-xay-dung', 'Bộ Xây dựng', 'Bộ Xây dựng', { parent: 'chinh-phu' }),
  ministry('bo-vhttdl', 'Bộ Văn hóa, Thể thao và Du lịch', 'Bộ VH-TT&DL', { parent: 'chinh-phu' }),
  ministry('bo-khcn', 'Bộ Khoa học và Công nghệ', 'Bộ KH&CN', { parent: 'chinh-phu', certainty: 'sourced' }),
  ministry('bo-gddt', 'Bộ Giáo dục và Đào tạo', 'Bộ GD&ĐT', { parent: 'chinh-phu' }),
  ministry('bo-y-te', 'Bộ Y tế', 'Bộ Y tế', { parent: 'chinh-phu' }),
  ministry('bo-dttg', 'Bộ Dân tộc và Tôn giáo', 'Bộ DT&TG', { parent: 'chinh-phu', ...REFORMED }),
  ministry('thanh-tra-chinh-phu', 'Thanh tra Chính phủ', 'TTCP', { parent: 'chinh-phu' }),
  ministry('ngan-hang-nha-nuoc', 'Ngân hàng Nhà nước Việt Nam', 'NHNN', { parent: 'chinh-phu', aliases: ['Ngân hàng Nhà nước'] }),
  ministry('van-phong-chinh-phu', 'Văn phòng Chính phủ', 'VPCP', { parent: 'chinh-phu' }),
  ministry('bo-tttt', 'Bộ Thông tin và Truyền thông', 'Bộ TT&TT', {
    parent: 'chinh-phu',
    ...MERGED,
    successors: ['bo-khcn'],
    certainty: 'sourced',
  }),
  ministry('bo-khdt', 'Bộ Kế hoạch và Đầu tư', 'Bộ KH&ĐT', { parent: 'chinh-phu', ...MERGED, successors: ['bo-tai-chinh'] }),
  ministry('bo-gtvt', 'Bộ Giao thông vận tải', 'Bộ GTVT', { parent: 'chinh-phu', ...MERGED, successors: ['bo-xay-dung'] }),
  ministry('bo-nnptnt', 'Bộ Nông nghiệp và Phát triển nông thôn', 'Bộ NN&PTNT', {
    parent: 'chinh-phu',
    ...MERGED,
    successors: ['bo-nnmt'],
  }),
  ministry('bo-tnmt', 'Bộ Tài nguyên và Môi trường', 'Bộ TN&MT', { parent: 'chinh-phu', ...MERGED, successors: ['bo-nnmt'] }),
  ministry('bo-ldtbxh', 'Bộ Lao động - Thương binh và Xã hội', 'Bộ LĐ-TB&XH', {
    parent: 'chinh-phu',
    ...MERGED,
    successors: ['bo-noi-vu'],
  }),
  ministry('uy-ban-dan-toc', 'Ủy ban Dân tộc', 'UBDT', { parent: 'chinh-phu', ...MERGED, successors: ['bo-dttg'] }),

  bureau('bo-cong-an')('a05', 'Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao', 'A05', {
    aliases: ['Cục A05', 'Cục An ninh mạng và phòng, chống tội phạm công nghệ cao'],
    certainty: 'sourced',
  }),
  bureau('bo-tttt')('cuc-attt', 'Cục An toàn thông tin', 'Cục ATTT', { ...MERGED, successors: ['a05'] }),
  bureau('bo-cong-an')('vncert', 'Trung tâm Ứng cứu khẩn cấp không gian mạng Việt Nam', 'VNCERT/CC', { certainty: 'unverified' }),
  underScience('cuc-vien-thong', 'Cục Viễn thông', 'Cục Viễn thông'),
  underScience('cuc-tan-so', 'Cục Tần số vô tuyến điện', 'Cục Tần số VTĐ'),
  underScience('cuc-cds', 'Cục Chuyển đổi số quốc gia', 'Cục CĐS quốc gia'),
  underScience('cuc-cntt', 'Cục Công nghiệp công nghệ thông tin', 'Cục CN CNTT', { certainty: 'sourced' }),
  underCulture('cuc-bao-chi', 'Cục Báo chí', 'Cục Báo chí'),
  underCulture('cuc-ptth-ttdt', 'Cục Phát thanh, truyền hình và thông tin điện tử', 'Cục PTTH&TTĐT'),
  underCulture('cuc-xuat-ban', 'Cục Xuất bản, In và Phát hành', 'Cục XBIPH'),
  bureau('bo-cong-thuong')('tong-cuc-qltt', 'Tổng cục Quản lý thị trường', 'Tổng cục QLTT', {
    ...MERGED,
    successors: ['cuc-qlpt-thi-truong'],
  }),
  bureau('bo-cong-thuong')('cuc-qlpt-thi-truong', 'Cục Quản lý và Phát triển thị trường trong nước', 'Cục QL&PTTTTN', REFORMED),

  party('trung-uong-dang', 'Ban Chấp hành Trung ương Đảng', 'Trung ương Đảng'),
  party('van-phong-trung-uong', 'Văn phòng Trung ương Đảng', 'VPTW', { parent: 'trung-uong-dang' }),
  party('ban-tuyen-giao-tw', 'Ban Tuyên giáo Trung ương', 'Ban TGTW', {
    parent: 'trung-uong-dang',
    until: '2025-02-02',
    successors: ['ban-tgdv-tw'],
  }),
  party('ban-dan-van-tw', 'Ban Dân vận Trung ương', 'Ban DVTW', {
    parent: 'trung-uong-dang',
    until: '2025-02-02',
    successors: ['ban-tgdv-tw'],
  }),
  party('ban-tgdv-tw', 'Ban Tuyên giáo và Dân vận Trung ương', 'Ban TGDVTW', { parent: 'trung-uong-dang', from: '2025-02-03' }),
  party('ban-noi-chinh-tw', 'Ban Nội chính Trung ương', 'Ban NCTW', { parent: 'trung-uong-dang' }),
  front('mttq-viet-nam', 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam', 'UBTWMTTQ'),
  front('doan-tncs', 'Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'TW Đoàn', { parent: 'mttq-viet-nam' }),
  front('tong-lien-doan', 'Tổng Liên đoàn Lao động Việt Nam', 'TLĐLĐVN', { parent: 'mttq-viet-nam' }),
  press('vtv', 'Đài Truyền hình Việt Nam', 'VTV'),
  press('vov', 'Đài Tiếng nói Việt Nam', 'VOV'),
  press('ttxvn', 'Thông tấn xã Việt Nam', 'TTXVN'),
  press('bao-nhan-dan', 'Báo Nhân Dân', 'Báo Nhân Dân'),

  telecom('vnpt', 'Tập đoàn Bưu chính Viễn thông Việt Nam', 'VNPT', { aliases: ['Tập đoàn VNPT'] }),
  telecom('viettel', 'Tập đoàn Công nghiệp - Viễn thông Quân đội', 'Viettel', { aliases: ['Tập đoàn Viettel'] }),
  telecom('mobifone', 'Tổng công ty Viễn thông MobiFone', 'MobiFone'),
  telecom('vietnamobile', 'Công ty cổ phần Viễn thông Di động Vietnamobile', 'Vietnamobile'),
  telecom('fpt-telecom', 'Công ty cổ phần Viễn thông FPT', 'FPT Telecom', { aliases: ['FPT'] }),
  telecom('cmc-telecom', 'Công ty cổ phần Hạ tầng Viễn thông CMC', 'CMC Telecom'),
  post('vnpost', 'Tổng công ty Bưu điện Việt Nam', 'Vietnam Post', { aliases: ['VNPost', 'Bưu điện Việt Nam'] }),
  post('viettel-post', 'Tổng công ty cổ phần Bưu chính Viettel', 'Viettel Post'),
]
