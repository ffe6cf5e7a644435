import { agencyId } from '../kernel/agencies/agency-record.ts'
import type { AgreementArticle, AgreementParty, AgreementText } from '../kinds/agreement/contract.ts'
import { demoId } from './player.ts'

/** A clause in the demo's own words, with the domains it concerns. */
type Words = string | readonly [string, ...string[]]

/** Articles with clauses whose ids follow from the agreement's name and their place. */
const articles = (name: string, list: readonly { chapter?: string; heading: string; clauses: readonly Words[] }[]): AgreementArticle[] =>
  list.map(({ chapter = null, heading, clauses }, i) => ({
    id: demoId(`${name}:article:${i + 1}`),
    ordinal: i + 1,
    chapter,
    heading,
    clauses: clauses.map((words, n) => {
      const [text, ...domainIds] = typeof words === 'string' ? [words] : words
      return { id: clauseId(name, i + 1, n + 1), ordinal: n + 1, text, domainIds }
    }),
  }))

export const clauseId = (name: string, article: number, clause: number): string => demoId(`${name}:clause:${article}.${clause}`)

const party = (key: string, given: Partial<Omit<AgreementParty, 'agencyId'>> & { unit?: string; former?: string }): AgreementParty => ({
  agencyId: agencyId(key),
  unitId: given.unit ? agencyId(given.unit) : null,
  formerId: given.former ? agencyId(given.former) : null,
  role: given.role ?? 'coordinating',
  position: given.position ?? '',
})

const plain = (title: string, parties: AgreementParty[], list: AgreementArticle[]): AgreementText => ({
  title,
  number: null,
  parties,
  articles: list,
  exchange: [],
  briefing: null,
  review: null,
  funding: null,
  term: { from: null, until: null },
  contactPoints: [],
})

const MEDIA_DOMAINS = ['press', 'publishing', 'post', 'telecom', 'radio-frequency'] as const
const OTHER_DOMAINS = [
  'information-technology',
  'electronics',
  'broadcasting',
  'external-information',
  'news-bulletin',
  'grassroots-information',
] as const

/** Hà Tĩnh, 19/11/2021. */
export const haTinh = (): AgreementText => ({
  ...plain(
    'Bảo đảm an ninh, an toàn thông tin trên địa bàn tỉnh Hà Tĩnh: Công an tỉnh – Sở TT&TT',
    [
      party('ha-tinh/cong-an', { role: 'lead', unit: 'ha-tinh/cong-an/pa05', position: 'Phó Giám đốc Công an tỉnh' }),
      party('ha-tinh/so-khcn', { former: 'ha-tinh/so-tttt', position: 'Phó Giám đốc phụ trách Sở' }),
    ],
    articles('ha-tinh', [
      {
        chapter: 'Chương II. Nội dung phối hợp',
        heading: 'Nội dung phối hợp của hai đơn vị',
        clauses: [
          [
            'Giữ vững an ninh nội bộ, bảo đảm an ninh quốc gia và trật tự, an toàn xã hội khi quản lý, phòng ngừa, đấu tranh và xử lý vi phạm trong báo chí, xuất bản, bưu chính, viễn thông, tần số vô tuyến điện; công nghệ thông tin, điện tử, phát thanh và truyền hình; thông tin đối ngoại; bản tin thông tấn; thông tin cơ sở.',
            ...MEDIA_DOMAINS,
            ...OTHER_DOMAINS,
          ],
          [
            'Bảo đảm hạ tầng thông tin và truyền thông; quản lý quảng cáo trên báo chí, môi trường mạng, xuất bản phẩm và quảng cáo kèm theo sản phẩm, dịch vụ bưu chính, viễn thông, công nghệ thông tin trên địa bàn tỉnh.',
            'ict-infrastructure',
            'advertising',
          ],
          ['Cùng tuyên truyền, phổ biến và giáo dục pháp luật về thông tin và truyền thông.', 'legal-propaganda'],
          [
            'Giữ an toàn, bảo mật cho hạ tầng, mạng, thiết bị viễn thông, công nghệ thông tin và hệ thống thông tin dùng chung của các cơ quan Đảng, Nhà nước trên địa bàn tỉnh.',
            'shared-systems',
          ],
          [
            'Quản lý theo chức năng các cơ quan, doanh nghiệp, tổ chức, cá nhân hoạt động thông tin và truyền thông; phòng ngừa, phát hiện, xử lý vi phạm; đấu tranh với tội phạm lợi dụng hoạt động này xâm phạm an ninh quốc gia, trật tự an toàn xã hội.',
            'high-tech-crime',
          ],
          'Quán triệt nội dung ký kết đến từng cán bộ, chiến sĩ, công chức, viên chức của hai đơn vị.',
          [
            'Tham mưu cho lãnh đạo tỉnh và lãnh đạo các đơn vị xây dựng hệ thống công nghệ thông tin an toàn, hiệu quả.',
            'information-technology',
          ],
          ['Xây dựng các kịch bản ứng phó sự cố công nghệ thông tin trên địa bàn tỉnh.', 'incident-response'],
        ],
      },
    ]),
  ),
  contactPoints: [
    {
      agencyId: agencyId('ha-tinh/cong-an'),
      unitId: agencyId('ha-tinh/cong-an/pa05'),
      title: 'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao (PA05)',
    },
    { agencyId: agencyId('ha-tinh/so-khcn'), unitId: null, title: 'Chuyên viên chuyển đổi số' },
  ],
})

/** Lào Cai, 3 April of a year that the report does not give. */
export const laoCai = (): AgreementText => ({
  ...plain(
    'Bảo đảm an ninh trong lĩnh vực thông tin và truyền thông tỉnh Lào Cai',
    [
      party('lao-cai/so-khcn', { role: 'lead', former: 'lao-cai/so-tttt', position: 'Lãnh đạo Sở Thông tin và Truyền thông' }),
      party('lao-cai/cong-an', { position: 'Lãnh đạo Công an tỉnh' }),
    ],
    articles('lao-cai', [
      {
        chapter: 'Chương II. Nội dung phối hợp',
        heading: 'Nội dung phối hợp',
        clauses: [
          'Tham mưu cho cấp ủy, chính quyền địa phương về bảo đảm an ninh thông tin và truyền thông.',
          'Trao đổi thông tin giữa hai cơ quan.',
          'Thanh tra, kiểm tra và xử lý vi phạm pháp luật.',
          'Cùng làm nhiệm vụ tại các đơn vị cơ sở.',
          ['Xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc trong lĩnh vực thông tin và truyền thông.', 'grassroots-security'],
        ],
      },
      {
        chapter: 'Chương III. Tổ chức thực hiện',
        heading: 'Giao ban',
        clauses: [
          'Giao ban sáu tháng một lần, vào tháng 6 và tháng 12, do hai cơ quan luân phiên tổ chức, để đánh giá, rút kinh nghiệm và đề ra hướng phối hợp.',
          'Lãnh đạo hai cơ quan có thể thống nhất họp đột xuất để giải quyết kịp thời việc phát sinh.',
        ],
      },
    ]),
  ),
  briefing: {
    months: [6, 12],
    hosts: [agencyId('lao-cai/so-khcn'), agencyId('lao-cai/cong-an')],
    firstHost: agencyId('lao-cai/so-khcn'),
    extraordinary: true,
  },
})

/** Gia Lai, 13/12/2021: an enterprise is party. */
export const giaLai = (): AgreementText => ({
  ...plain(
    'Bảo đảm an ninh thông tin: Công an tỉnh Gia Lai – Viettel Gia Lai',
    [
      party('gia-lai/cong-an', { role: 'lead', position: 'Giám đốc Công an tỉnh' }),
      party('gia-lai/viettel', { position: 'Giám đốc Viettel Gia Lai' }),
    ],
    articles('gia-lai', [
      {
        heading: 'Nội dung phối hợp',
        clauses: [
          [
            'Bảo đảm an ninh, an toàn thông tin, an toàn về người, tài sản, hạ tầng mạng lưới, hoạt động sản xuất kinh doanh và nhiệm vụ quốc phòng của Viettel Gia Lai.',
            'telecom',
            'ict-infrastructure',
          ],
          [
            'Vận động nhân dân tạo điều kiện để Viettel thi công, phát triển hạ tầng mạng lưới phục vụ phát triển kinh tế, xã hội của tỉnh.',
            'ict-infrastructure',
          ],
          ['Triển khai phong trào Toàn dân bảo vệ an ninh Tổ quốc.', 'grassroots-security'],
          [
            'Thường xuyên trao đổi về âm mưu, phương thức, thủ đoạn lợi dụng mạng bưu chính, viễn thông, công nghệ thông tin để chống phá, xâm phạm an ninh quốc gia; chủ động phòng ngừa, đấu tranh, ngăn chặn tội phạm theo thẩm quyền.',
            'high-tech-crime',
            'telecom',
          ],
          [
            'Dùng công nghệ và không gian mạng tuyên truyền trong nhân dân, trước mắt về ý thức phòng, chống dịch Covid-19; đấu tranh, xử lý nghiêm người đăng, chia sẻ thông tin thiếu kiểm chứng, xuyên tạc, gây hoang mang.',
            'legal-propaganda',
          ],
        ],
      },
    ]),
  ),
  // Regular, as its text says, both ways; it sets no channel and no time to reply.
  exchange: [
    {
      id: demoId('gia-lai:exchange:1'),
      content: 'Phương thức, thủ đoạn lợi dụng mạng bưu chính, viễn thông và công nghệ thông tin',
      fromId: null,
      toId: null,
      channel: '',
      replyTime: null,
    },
  ],
})

/** Quảng Nam, 19/02/2025: the record of a handover, with the former holder as adviser. */
export const quangNam = (): AgreementText =>
  plain(
    'Tiếp nhận, bàn giao nhiệm vụ quản lý nhà nước về an toàn thông tin mạng tỉnh Quảng Nam',
    [
      party('da-nang/cong-an', {
        role: 'lead',
        unit: 'da-nang/cong-an/pa05',
        former: 'quang-nam/cong-an',
        position: 'Phó Giám đốc Công an tỉnh Quảng Nam',
      }),
      party('da-nang/so-khcn', { role: 'adviser', former: 'quang-nam/so-tttt', position: 'Lãnh đạo Sở Thông tin và Truyền thông' }),
    ],
    articles('quang-nam', [
      {
        heading: 'Nội dung bàn giao',
        clauses: [
          [
            'Chuyển nhiệm vụ quản lý nhà nước về an toàn thông tin mạng từ Sở Thông tin và Truyền thông sang Công an tỉnh.',
            'network-information-security',
          ],
          'Giao nhận cơ sở vật chất và trang thiết bị phục vụ nhiệm vụ để tiếp tục bảo đảm an toàn cho hệ thống thông tin trong tỉnh.',
          'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao trực tiếp thực hiện nhiệm vụ sau khi nhận bàn giao.',
        ],
      },
      {
        heading: 'Phối hợp sau bàn giao',
        clauses: [
          'Đơn vị, cán bộ đã làm nhiệm vụ này tiếp tục tư vấn, chia sẻ kinh nghiệm để Công an tỉnh tham mưu, triển khai và đi vào hoạt động ngay.',
          'Bàn giao nhanh, bảo vệ an ninh mạng liên tục, không gián đoạn; hai đơn vị tiếp tục phối hợp chặt chẽ.',
        ],
      },
    ]),
  )

/** Why each was made, as those who signed said it: what goes with the draft when it is sent to the parties. */
export const REASONS = {
  'ha-tinh':
    'Không gian mạng diễn biến phức tạp, nhất là tội phạm công nghệ cao và hoạt động chống phá của các thế lực thù địch; hai đơn vị cần quy chế để bảo đảm an toàn, an ninh lĩnh vực thông tin và truyền thông hiệu quả hơn.',
  'lao-cai':
    'Bảo đảm an ninh thông tin là nhiệm vụ phức tạp; quy chế đưa phối hợp vào chiều sâu và tạo thuận lợi cho các phòng chức năng hai cơ quan. Nguồn chỉ ghi ngày 3/4: năm ký cần đối chiếu với bản ký.',
  'gia-lai':
    'Bảo đảm an ninh thông tin để bảo vệ an ninh quốc gia, giữ trật tự, an toàn xã hội và làm nhiệm vụ quốc phòng; hai bên chủ động vừa đấu tranh, ngăn chặn tội phạm, vừa tuyên truyền trong nhân dân. Thống nhất tại hội nghị có lãnh đạo hai bên và một số phòng nghiệp vụ.',
  'quang-nam':
    'Cụ thể hóa chủ trương của Bộ Thông tin và Truyền thông và Bộ Công an; kết hợp kinh nghiệm của Sở với năng lực, sự nhanh nhạy của Công an trong phòng, chống tội phạm mạng, không đơn thuần là chuyển giao trách nhiệm.',
} as const
