import type { Certainty } from '../domains.ts'

/**
 * One body that every province has (or had), written once for all of them.
 * In names: `{P}` is the province with its kind (`tỉnh Gia Lai`), `{N}` its bare name, `{p}` the kind alone, `{U}` `Tỉnh ủy` or `Thành ủy`.
 */
export type BodyTemplate = {
  readonly slug: string
  readonly typeId: string
  readonly name: string
  readonly short: string
  readonly aliases?: readonly string[]
  readonly formerNames?: readonly string[]
  /** Slug of the body above; `ubnd` unless stated, null for the top. */
  readonly parent?: string | null
  readonly from?: string
  readonly until?: string
  /** Slugs of the bodies that took over the day after `until`, the main one first. */
  readonly successors?: readonly string[]
  readonly certainty?: Certainty
  /** Province codes that alone have it, or that lack it. */
  readonly onlyIn?: readonly string[]
  readonly notIn?: readonly string[]
  /** Names that differ by province code. */
  readonly nameIn?: Readonly<Record<string, string>>
}

/** Hà Nội, Huế and Hồ Chí Minh City keep tourism apart from culture. */
const CULTURE_WITHOUT_TOURISM = ['01', '46', '79']
/** Neither a land border nor a coast. */
const INLAND = ['01', '19', '24', '25']
const MERGED = { until: '2025-02-28' } as const
const REFORMED = { from: '2025-03-01' } as const

const department = (slug: string, typeId: string, name: string, short: string, rest: Partial<BodyTemplate> = {}): BodyTemplate => ({
  slug,
  typeId,
  name: `${name} {P}`,
  short,
  ...rest,
})

const departments: readonly BodyTemplate[] = [
  department('so-khcn', 'department-of-science-technology', 'Sở Khoa học và Công nghệ', 'Sở KH&CN', { certainty: 'sourced' }),
  department('so-tttt', 'department-of-information-communications', 'Sở Thông tin và Truyền thông', 'Sở TT&TT', {
    ...MERGED,
    successors: ['so-khcn'],
    certainty: 'sourced',
  }),
  department('so-vhttdl', 'department-of-culture-sports-tourism', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở VH-TT&DL', {
    notIn: CULTURE_WITHOUT_TOURISM,
  }),
  department('so-vhttdl', 'department-of-culture-sports-tourism', 'Sở Văn hóa và Thể thao', 'Sở VH&TT', {
    onlyIn: CULTURE_WITHOUT_TOURISM,
    certainty: 'unverified',
  }),
  department('so-du-lich', 'department-of-tourism', 'Sở Du lịch', 'Sở Du lịch', {
    onlyIn: CULTURE_WITHOUT_TOURISM,
    certainty: 'unverified',
  }),
  department('so-cong-thuong', 'department-of-industry-trade', 'Sở Công Thương', 'Sở Công Thương'),
  department('so-noi-vu', 'department-of-home-affairs', 'Sở Nội vụ', 'Sở Nội vụ'),
  department('so-tai-chinh', 'department-of-finance', 'Sở Tài chính', 'Sở Tài chính'),
  department('so-gddt', 'department-of-education-training', 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT'),
  department('so-y-te', 'department-of-health', 'Sở Y tế', 'Sở Y tế'),
  department('so-nnmt', 'department-of-agriculture-environment', 'Sở Nông nghiệp và Môi trường', 'Sở NN&MT', REFORMED),
  department('so-xay-dung', 'department-of-construction', 'Sở Xây dựng', 'Sở Xây dựng'),
  department('so-qhkt', 'department-of-planning-architecture', 'Sở Quy hoạch - Kiến trúc', 'Sở QHKT', {
    onlyIn: ['01', '79'],
    certainty: 'unverified',
  }),
  department('so-tu-phap', 'department-of-justice', 'Sở Tư pháp', 'Sở Tư pháp'),
  department('so-dttg', 'department-of-ethnic-religious-affairs', 'Sở Dân tộc và Tôn giáo', 'Sở DT&TG', {
    ...REFORMED,
    certainty: 'unverified',
  }),
  department('so-ngoai-vu', 'department-of-foreign-affairs', 'Sở Ngoại vụ', 'Sở Ngoại vụ', { certainty: 'unverified' }),
  department('so-khdt', 'department-of-planning-investment', 'Sở Kế hoạch và Đầu tư', 'Sở KH&ĐT', {
    ...MERGED,
    successors: ['so-tai-chinh'],
  }),
  department('so-gtvt', 'department-of-transport', 'Sở Giao thông vận tải', 'Sở GTVT', { ...MERGED, successors: ['so-xay-dung'] }),
  department('so-ldtbxh', 'department-of-labour-social-affairs', 'Sở Lao động - Thương binh và Xã hội', 'Sở LĐ-TB&XH', {
    ...MERGED,
    successors: ['so-noi-vu'],
  }),
  department('so-nnptnt', 'department-of-agriculture-rural-development', 'Sở Nông nghiệp và Phát triển nông thôn', 'Sở NN&PTNT', {
    ...MERGED,
    successors: ['so-nnmt'],
  }),
  department('so-tnmt', 'department-of-natural-resources-environment', 'Sở Tài nguyên và Môi trường', 'Sở TN&MT', {
    ...MERGED,
    successors: ['so-nnmt'],
  }),
  department('ban-dan-toc', 'ethnic-committee', 'Ban Dân tộc', 'Ban Dân tộc', {
    ...MERGED,
    successors: ['so-dttg'],
    certainty: 'unverified',
  }),
]

const forces: readonly BodyTemplate[] = [
  { slug: 'cong-an', typeId: 'provincial-police', name: 'Công an {P}', short: 'Công an {p}', certainty: 'sourced' },
  {
    slug: 'cong-an/pa05',
    typeId: 'police-division',
    parent: 'cong-an',
    certainty: 'sourced',
    name: 'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao, Công an {P}',
    short: 'PA05',
    aliases: [
      'Phòng An ninh mạng và phòng, chống tội phạm công nghệ cao',
      'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao',
      'Phòng An ninh mạng',
      'Phòng PA05',
    ],
  },
  {
    slug: 'doi-ung-cuu',
    typeId: 'response-team',
    parent: 'cong-an',
    name: 'Đội Ứng cứu sự cố an toàn thông tin mạng {P}',
    short: 'Đội ƯCSC',
    aliases: ['Đội ứng cứu sự cố', 'Đội ứng cứu sự cố an ninh mạng'],
    certainty: 'unverified',
  },
  {
    slug: 'quan-su',
    typeId: 'provincial-military-command',
    name: 'Bộ Chỉ huy Quân sự {P}',
    short: 'Bộ CHQS {p}',
    aliases: ['Bộ Tư lệnh {P}'],
    nameIn: { '01': 'Bộ Tư lệnh Thủ đô Hà Nội', '79': 'Bộ Tư lệnh Thành phố Hồ Chí Minh' },
  },
  {
    slug: 'bien-phong',
    typeId: 'border-guard',
    parent: 'quan-su',
    notIn: INLAND,
    certainty: 'unverified',
    name: 'Ban Chỉ huy Bộ đội Biên phòng {P}',
    short: 'BĐBP {p}',
    aliases: ['Bộ đội Biên phòng {P}', 'Biên phòng {P}'],
    formerNames: ['Bộ Chỉ huy Bộ đội Biên phòng {P}'],
  },
  {
    slug: 'qltt',
    typeId: 'market-surveillance',
    parent: null,
    name: 'Cục Quản lý thị trường {P}',
    short: 'Cục QLTT',
    ...MERGED,
    successors: ['chi-cuc-qltt'],
    certainty: 'unverified',
  },
  {
    slug: 'chi-cuc-qltt',
    typeId: 'market-surveillance-branch',
    parent: 'so-cong-thuong',
    name: 'Chi cục Quản lý thị trường {P}',
    short: 'Chi cục QLTT',
    aliases: ['Quản lý thị trường', 'Lực lượng Quản lý thị trường'],
    ...REFORMED,
    certainty: 'unverified',
  },
]

const partyAndFront: readonly BodyTemplate[] = [
  {
    slug: 'tinh-uy',
    typeId: 'provincial-party-committee',
    parent: null,
    name: '{U} {N}',
    short: '{U}',
    aliases: ['Ban Thường vụ {U}', 'Thường trực {U}'],
  },
  { slug: 'tinh-uy/van-phong', typeId: 'party-committee-body', parent: 'tinh-uy', name: 'Văn phòng {U} {N}', short: 'VP {U}' },
  {
    slug: 'tinh-uy/tuyen-giao',
    typeId: 'party-committee-body',
    parent: 'tinh-uy',
    name: 'Ban Tuyên giáo {U} {N}',
    short: 'Ban Tuyên giáo',
    until: '2025-02-02',
    successors: ['tinh-uy/tuyen-giao-dan-van'],
  },
  {
    slug: 'tinh-uy/dan-van',
    typeId: 'party-committee-body',
    parent: 'tinh-uy',
    name: 'Ban Dân vận {U} {N}',
    short: 'Ban Dân vận',
    until: '2025-02-02',
    successors: ['tinh-uy/tuyen-giao-dan-van'],
  },
  {
    slug: 'tinh-uy/tuyen-giao-dan-van',
    typeId: 'party-committee-body',
    parent: 'tinh-uy',
    name: 'Ban Tuyên giáo và Dân vận {U} {N}',
    short: 'Ban Tuyên giáo và Dân vận',
    from: '2025-02-03',
  },
  { slug: 'tinh-uy/to-chuc', typeId: 'party-committee-body', parent: 'tinh-uy', name: 'Ban Tổ chức {U} {N}', short: 'Ban Tổ chức' },
  { slug: 'tinh-uy/kiem-tra', typeId: 'party-committee-body', parent: 'tinh-uy', name: 'Ủy ban Kiểm tra {U} {N}', short: 'UBKT {U}' },
  { slug: 'tinh-uy/noi-chinh', typeId: 'party-committee-body', parent: 'tinh-uy', name: 'Ban Nội chính {U} {N}', short: 'Ban Nội chính' },
  {
    slug: 'mat-tran',
    typeId: 'fatherland-front',
    parent: null,
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam {P}',
    short: 'UBMTTQ {p}',
    aliases: [
      'Mặt trận Tổ quốc Việt Nam {P}',
      'Mặt trận Tổ quốc {P}',
      'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam {P}',
      'Ủy ban Mặt trận Tổ quốc {P}',
    ],
  },
  ...(
    [
      [
        'doan-thanh-nien',
        'Đoàn Thanh niên Cộng sản Hồ Chí Minh {P}',
        'Tỉnh đoàn',
        ['Thành đoàn', 'Đoàn Thanh niên', 'Đoàn TNCS Hồ Chí Minh {P}'],
      ],
      ['hoi-phu-nu', 'Hội Liên hiệp Phụ nữ {P}', 'Hội LHPN', ['Hội Phụ nữ']],
      ['hoi-nong-dan', 'Hội Nông dân {P}', 'Hội Nông dân', []],
      ['hoi-cuu-chien-binh', 'Hội Cựu chiến binh {P}', 'Hội CCB', []],
      ['lien-doan-lao-dong', 'Liên đoàn Lao động {P}', 'LĐLĐ', []],
      ['lien-minh-htx', 'Liên minh Hợp tác xã {P}', 'Liên minh HTX', []],
      ['hiep-hoi-doanh-nghiep', 'Hiệp hội Doanh nghiệp {P}', 'Hiệp hội Doanh nghiệp', []],
    ] as const
  ).map(([slug, name, short, aliases]): BodyTemplate => ({ slug, typeId: 'union', parent: 'mat-tran', name, short, aliases })),
]

const services: readonly BodyTemplate[] = [
  { slug: 'toa-an', typeId: 'judicial-body', parent: null, name: 'Tòa án nhân dân {P}', short: 'TAND {p}' },
  { slug: 'vien-kiem-sat', typeId: 'judicial-body', parent: null, name: 'Viện kiểm sát nhân dân {P}', short: 'VKSND {p}' },
  {
    slug: 'thue',
    typeId: 'central-branch',
    parent: null,
    name: 'Thuế {P}',
    short: 'Thuế {p}',
    formerNames: ['Cục Thuế {P}'],
    certainty: 'unverified',
  },
  {
    slug: 'bhxh',
    typeId: 'central-branch',
    parent: null,
    name: 'Bảo hiểm xã hội {P}',
    short: 'BHXH {p}',
    aliases: ['Cơ quan Bảo hiểm xã hội {P}'],
    certainty: 'unverified',
  },
  {
    slug: 'vnpt',
    typeId: 'telecom-enterprise',
    parent: null,
    name: 'VNPT {N}',
    short: 'VNPT {N}',
    aliases: ['Viễn thông {N}', 'Viễn thông {P}'],
    certainty: 'unverified',
  },
  {
    slug: 'viettel',
    typeId: 'telecom-enterprise',
    parent: null,
    name: 'Viettel {N}',
    short: 'Viettel {N}',
    aliases: ['Chi nhánh Viettel {N}', 'Viettel {P}'],
    certainty: 'sourced',
  },
  {
    slug: 'mobifone',
    typeId: 'telecom-enterprise',
    parent: null,
    name: 'MobiFone {N}',
    short: 'MobiFone {N}',
    aliases: ['MobiFone {P}', 'Chi nhánh MobiFone {N}'],
    certainty: 'unverified',
  },
  {
    slug: 'fpt-telecom',
    typeId: 'telecom-enterprise',
    parent: null,
    name: 'FPT Telecom {N}',
    short: 'FPT Telecom {N}',
    aliases: ['Chi nhánh FPT Telecom {N}', 'FPT {N}'],
    certainty: 'unverified',
  },
  { slug: 'buu-dien', typeId: 'postal-enterprise', parent: null, name: 'Bưu điện {P}', short: 'Bưu điện {p}', certainty: 'unverified' },
  {
    slug: 'viettel-post',
    typeId: 'postal-enterprise',
    parent: null,
    name: 'Viettel Post {N}',
    short: 'Viettel Post {N}',
    aliases: ['Bưu chính Viettel {N}', 'Chi nhánh Viettel Post {N}'],
    certainty: 'unverified',
  },
  { slug: 'bao', typeId: 'press', name: 'Báo {N}', short: 'Báo {N}', parent: 'tinh-uy', until: '2025-06-30', successors: ['bao-ptth'] },
  {
    slug: 'dai-ptth',
    typeId: 'press',
    name: 'Đài Phát thanh và Truyền hình {P}',
    short: 'Đài PT-TH',
    aliases: ['Đài Phát thanh - Truyền hình {P}'],
    until: '2025-06-30',
    successors: ['bao-ptth'],
    certainty: 'unverified',
  },
  {
    slug: 'bao-ptth',
    typeId: 'press',
    name: 'Báo và Phát thanh, Truyền hình {N}',
    short: 'Báo và PTTH',
    aliases: ['Báo và Đài Phát thanh, Truyền hình {N}', 'Báo và Đài Phát thanh và Truyền hình {N}'],
    parent: 'tinh-uy',
    from: '2025-07-01',
    certainty: 'unverified',
  },
  {
    slug: 'tt-cntt',
    typeId: 'centre',
    name: 'Trung tâm Công nghệ thông tin và Truyền thông {P}',
    short: 'TT CNTT&TT',
    parent: 'so-tttt',
    ...MERGED,
    successors: ['tt-chuyen-doi-so'],
    certainty: 'unverified',
  },
  {
    slug: 'tt-chuyen-doi-so',
    typeId: 'centre',
    name: 'Trung tâm Chuyển đổi số {P}',
    short: 'TT Chuyển đổi số',
    parent: 'so-khcn',
    ...REFORMED,
    certainty: 'unverified',
  },
  {
    slug: 'tt-hcc',
    typeId: 'centre',
    name: 'Trung tâm Phục vụ hành chính công {P}',
    short: 'TT PVHCC',
    aliases: ['Trung tâm Hành chính công'],
    parent: 'van-phong-ubnd',
    certainty: 'unverified',
  },
  {
    slug: 'tt-thong-tin',
    typeId: 'centre',
    name: 'Trung tâm Thông tin {P}',
    short: 'TT Thông tin',
    aliases: ['Cổng Thông tin điện tử {P}'],
    parent: 'van-phong-ubnd',
    certainty: 'unverified',
  },
]

/** Every body of the template, those above first, so that a parent is always met before its children. */
export const provinceBodies: readonly BodyTemplate[] = [
  {
    slug: 'ubnd',
    typeId: 'provincial-peoples-committee',
    parent: null,
    name: 'Ủy ban nhân dân {P}',
    short: 'UBND {p}',
    certainty: 'sourced',
  },
  {
    slug: 'hdnd',
    typeId: 'provincial-peoples-council',
    parent: null,
    name: 'Hội đồng nhân dân {P}',
    short: 'HĐND {p}',
    aliases: ['Thường trực Hội đồng nhân dân {P}'],
  },
  {
    slug: 'hdnd/van-phong',
    typeId: 'provincial-peoples-council',
    parent: 'hdnd',
    name: 'Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân {P}',
    short: 'VP Đoàn ĐBQH và HĐND',
  },
  {
    slug: 'van-phong-ubnd',
    typeId: 'peoples-committee-office',
    name: 'Văn phòng Ủy ban nhân dân {P}',
    short: 'VP UBND {p}',
    certainty: 'sourced',
  },
  { slug: 'thanh-tra', typeId: 'provincial-inspectorate', name: 'Thanh tra {P}', short: 'Thanh tra {p}', certainty: 'sourced' },
  ...departments,
  {
    slug: 'bql-kkt',
    typeId: 'management-board',
    name: 'Ban Quản lý Khu kinh tế {P}',
    short: 'BQL Khu kinh tế',
    aliases: ['Ban Quản lý các khu công nghiệp {P}', 'Ban Quản lý Khu kinh tế và các khu công nghiệp {P}'],
    certainty: 'unverified',
  },
  ...forces,
  ...partyAndFront,
  ...services,
]
