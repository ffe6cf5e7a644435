import { DIRECTORY_BEGINS, type Validity } from './validity.ts'

export type AgencyLevel = 'nation' | 'province' | 'district' | 'commune'

/** A type of agency, dated: a directive of 2023 may name types that have ended. `answersThrough: 'parent'` marks divisions, whose agency answers. */
export type AgencyType = Validity & {
  readonly id: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly level: AgencyLevel
  readonly answersThrough?: 'parent'
  /** A body of its own whose officers may also hold posts of the agency above: the office that serves a committee. */
  readonly serves?: 'parent'
}

const ever = (id: string, level: AgencyLevel, vi: string, en: string): AgencyType => ({
  id,
  level,
  name: { vi, en },
  from: DIRECTORY_BEGINS,
  until: null,
})
const ended = (until: string, type: AgencyType): AgencyType => ({ ...type, until })
const since = (from: string, type: AgencyType): AgencyType => ({ ...type, from })
const division = (type: AgencyType): AgencyType => ({ ...type, answersThrough: 'parent' })

/** Agency types. Departments are one type each, so that a class or a rule can name one of them. */
export const agencyTypes: readonly AgencyType[] = [
  ever('ministry', 'nation', 'Bộ, cơ quan ngang bộ', 'Ministry'),
  ever('ministry-department', 'nation', 'Cục, vụ thuộc bộ', 'Department of a ministry'),
  ever('national-body', 'nation', 'Cơ quan trung ương', 'Central body'),
  ever('national-party-body', 'nation', 'Cơ quan Đảng ở trung ương', 'Central Party body'),
  ever('national-front', 'nation', 'Mặt trận, đoàn thể trung ương', 'National front and union'),
  ever('national-press', 'nation', 'Cơ quan báo chí quốc gia', 'National press agency'),
  ever('national-telecom-enterprise', 'nation', 'Doanh nghiệp viễn thông', 'Telecom enterprise'),
  ever('national-postal-enterprise', 'nation', 'Doanh nghiệp bưu chính', 'Postal enterprise'),

  ever('provincial-peoples-committee', 'province', 'Ủy ban nhân dân cấp tỉnh', 'Provincial people’s committee'),
  ever('provincial-peoples-council', 'province', 'Hội đồng nhân dân cấp tỉnh', 'Provincial people’s council'),
  {
    ...ever('peoples-committee-office', 'province', 'Văn phòng Ủy ban nhân dân cấp tỉnh', 'Office of the provincial people’s committee'),
    serves: 'parent',
  },
  ever('provincial-inspectorate', 'province', 'Thanh tra cấp tỉnh', 'Provincial inspectorate'),
  ever('department-of-science-technology', 'province', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology'),
  ended(
    '2025-02-28',
    ever(
      'department-of-information-communications',
      'province',
      'Sở Thông tin và Truyền thông',
      'Department of Information and Communications',
    ),
  ),
  ever('department-of-culture-sports-tourism', 'province', 'Sở Văn hóa, Thể thao và Du lịch', 'Department of Culture, Sports and Tourism'),
  ever('department-of-tourism', 'province', 'Sở Du lịch', 'Department of Tourism'),
  ever('department-of-industry-trade', 'province', 'Sở Công Thương', 'Department of Industry and Trade'),
  ever('department-of-home-affairs', 'province', 'Sở Nội vụ', 'Department of Home Affairs'),
  ever('department-of-finance', 'province', 'Sở Tài chính', 'Department of Finance'),
  ever('department-of-education-training', 'province', 'Sở Giáo dục và Đào tạo', 'Department of Education and Training'),
  ever('department-of-health', 'province', 'Sở Y tế', 'Department of Health'),
  since(
    '2025-03-01',
    ever('department-of-agriculture-environment', 'province', 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment'),
  ),
  ever('department-of-construction', 'province', 'Sở Xây dựng', 'Department of Construction'),
  ever('department-of-planning-architecture', 'province', 'Sở Quy hoạch - Kiến trúc', 'Department of Planning and Architecture'),
  ever('department-of-justice', 'province', 'Sở Tư pháp', 'Department of Justice'),
  since(
    '2025-03-01',
    ever('department-of-ethnic-religious-affairs', 'province', 'Sở Dân tộc và Tôn giáo', 'Department of Ethnic and Religious Affairs'),
  ),
  ever('department-of-foreign-affairs', 'province', 'Sở Ngoại vụ', 'Department of Foreign Affairs'),
  ended(
    '2025-02-28',
    ever('department-of-planning-investment', 'province', 'Sở Kế hoạch và Đầu tư', 'Department of Planning and Investment'),
  ),
  ended('2025-02-28', ever('department-of-transport', 'province', 'Sở Giao thông vận tải', 'Department of Transport')),
  ended(
    '2025-02-28',
    ever(
      'department-of-labour-social-affairs',
      'province',
      'Sở Lao động - Thương binh và Xã hội',
      'Department of Labour and Social Affairs',
    ),
  ),
  ended(
    '2025-02-28',
    ever(
      'department-of-agriculture-rural-development',
      'province',
      'Sở Nông nghiệp và Phát triển nông thôn',
      'Department of Agriculture and Rural Development',
    ),
  ),
  ended(
    '2025-02-28',
    ever(
      'department-of-natural-resources-environment',
      'province',
      'Sở Tài nguyên và Môi trường',
      'Department of Natural Resources and Environment',
    ),
  ),
  ended('2025-02-28', ever('ethnic-committee', 'province', 'Ban Dân tộc', 'Ethnic affairs committee')),
  ever('management-board', 'province', 'Ban quản lý khu kinh tế, khu công nghiệp', 'Management board of economic and industrial zones'),
  ever('provincial-police', 'province', 'Công an cấp tỉnh', 'Provincial police'),
  division(ever('police-division', 'province', 'Phòng thuộc Công an cấp tỉnh', 'Division of the provincial police')),
  division(ever('department-division', 'province', 'Phòng thuộc sở', 'Division of a department')),
  ever('response-team', 'province', 'Đội ứng cứu sự cố', 'Incident response team'),
  ever('provincial-military-command', 'province', 'Bộ Chỉ huy Quân sự cấp tỉnh', 'Provincial military command'),
  ever('border-guard', 'province', 'Bộ đội Biên phòng cấp tỉnh', 'Provincial border guard'),
  ended(
    '2025-02-28',
    ever('market-surveillance', 'province', 'Cục Quản lý thị trường cấp tỉnh', 'Provincial market surveillance (central)'),
  ),
  since('2025-03-01', ever('market-surveillance-branch', 'province', 'Chi cục Quản lý thị trường', 'Market surveillance branch')),
  ever('provincial-party-committee', 'province', 'Tỉnh ủy, Thành ủy', 'Provincial Party committee'),
  ever('party-committee-body', 'province', 'Ban, văn phòng của Tỉnh ủy', 'Body of the provincial Party committee'),
  ever('fatherland-front', 'province', 'Ủy ban Mặt trận Tổ quốc cấp tỉnh', 'Provincial Fatherland Front'),
  ever('union', 'province', 'Tổ chức đoàn thể', 'Union or association'),
  ever('judicial-body', 'province', 'Tòa án, Viện kiểm sát nhân dân cấp tỉnh', 'Provincial court or procuracy'),
  ever('central-branch', 'province', 'Cơ quan trung ương tại địa phương', 'Local branch of a central body'),
  ever('telecom-enterprise', 'province', 'Doanh nghiệp viễn thông trên địa bàn', 'Telecom enterprise in the province'),
  ever('postal-enterprise', 'province', 'Doanh nghiệp bưu chính trên địa bàn', 'Postal enterprise in the province'),
  ever('press', 'province', 'Cơ quan báo chí, phát thanh, truyền hình', 'Press agency or broadcaster'),
  ever('centre', 'province', 'Trung tâm, đơn vị sự nghiệp', 'Centre'),

  ended('2025-06-30', ever('district-peoples-committee', 'district', 'Ủy ban nhân dân cấp huyện', 'District people’s committee')),
  ended('2025-02-28', ever('district-police', 'district', 'Công an cấp huyện', 'District police')),
  ever('commune-peoples-committee', 'commune', 'Ủy ban nhân dân cấp xã', 'Commune people’s committee'),
  ever('commune-police', 'commune', 'Công an cấp xã', 'Commune police'),
  ever('commune-military-command', 'commune', 'Ban Chỉ huy Quân sự cấp xã', 'Commune military command'),
  ever('commune-party-committee', 'commune', 'Đảng ủy cấp xã', 'Commune Party committee'),
  division(
    since(
      '2025-07-01',
      ever('commune-division', 'commune', 'Phòng chuyên môn thuộc Ủy ban nhân dân cấp xã', 'Division of a commune people’s committee'),
    ),
  ),
]

const byId = new Map(agencyTypes.map((type) => [type.id, type]))

/** The type with that id, or undefined. */
export function agencyTypeById(id: string): AgencyType | undefined {
  return byId.get(id)
}

/** The types that exist on a day (ISO date). */
export function agencyTypesOn(day: string): AgencyType[] {
  return agencyTypes.filter((type) => type.from <= day && (type.until === null || day <= type.until))
}
