import { DIRECTORY_BEGINS, type Validity, covers } from './validity.ts'

/** How far a fact of the directory is known: read in a text, common knowledge, or still to be checked. */
export type Certainty = 'sourced' | 'general' | 'unverified'

/** A field of state management over which mandates are held. `includedIn` names the wider domain; `successorId` the one that took its place. */
export type Domain = Validity & {
  readonly id: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly certainty: Certainty
  readonly includedIn?: string
  readonly successorId?: string
}

type Extra = Partial<Pick<Domain, 'from' | 'until' | 'includedIn' | 'successorId' | 'certainty'>>

const domain = (id: string, vi: string, en: string, extra: Extra = {}): Domain => ({
  id,
  name: { vi, en },
  from: DIRECTORY_BEGINS,
  until: null,
  certainty: 'sourced',
  ...extra,
})

/**
 * The domains that the coordination regulations name (press to grassroots information, infrastructure, advertising, shared systems),
 * and those that came after them. The law on cybersecurity 116/2025/QH15 took network information security in on 1 July 2026.
 */
export const domains: readonly Domain[] = [
  domain('press', 'Báo chí', 'Press'),
  domain('publishing', 'Xuất bản', 'Publishing'),
  domain('post', 'Bưu chính', 'Post'),
  domain('telecom', 'Viễn thông', 'Telecommunications'),
  domain('radio-frequency', 'Tần số vô tuyến điện', 'Radio frequencies'),
  domain('information-technology', 'Công nghệ thông tin', 'Information technology'),
  domain('electronics', 'Điện tử', 'Electronics'),
  domain('broadcasting', 'Phát thanh và truyền hình', 'Radio and television'),
  domain('external-information', 'Thông tin đối ngoại', 'External information'),
  domain('news-bulletin', 'Bản tin thông tấn', 'News agency bulletins'),
  domain('grassroots-information', 'Thông tin cơ sở', 'Grassroots information'),
  domain('ict-infrastructure', 'Hạ tầng thông tin và truyền thông', 'Information and communications infrastructure'),
  domain(
    'advertising',
    'Quảng cáo trên báo chí, môi trường mạng, xuất bản phẩm và dịch vụ thông tin',
    'Advertising in press, on networks, in publications and services',
  ),
  domain(
    'legal-propaganda',
    'Tuyên truyền, phổ biến, giáo dục pháp luật về thông tin và truyền thông',
    'Legal education on information and communications',
  ),
  domain('shared-systems', 'Hạ tầng, hệ thống thông tin dùng chung của cơ quan Đảng, Nhà nước', 'Shared systems of Party and State bodies'),
  domain('network-information-security', 'An toàn thông tin mạng', 'Network information security', {
    until: '2026-06-30',
    successorId: 'cybersecurity',
  }),
  domain('cybersecurity', 'An ninh mạng', 'Cybersecurity', { from: '2019-01-01', certainty: 'general' }),
  domain('incident-response', 'Ứng cứu sự cố mạng', 'Network incident response'),
  domain('high-tech-crime', 'Phòng, chống tội phạm sử dụng công nghệ cao', 'High-technology crime'),
  domain('subscriber-management', 'Quản lý thông tin thuê bao di động', 'Mobile subscriber records', { includedIn: 'telecom' }),
  domain('digital-transformation', 'Chuyển đổi số', 'Digital transformation', { from: '2020-06-03', certainty: 'general' }),
  domain('personal-data', 'Bảo vệ dữ liệu cá nhân', 'Personal data protection', { from: '2023-07-01', certainty: 'general' }),
  domain('state-secrets', 'Bảo vệ bí mật nhà nước', 'Protection of state secrets'),
  domain('market-surveillance', 'Quản lý thị trường', 'Market surveillance'),
  domain('grassroots-security', 'Phong trào Toàn dân bảo vệ an ninh Tổ quốc', 'People’s movement for national security'),
]

const byId = new Map(domains.map((entry) => [entry.id, entry]))

/** The domain with that id, or undefined. */
export function domainById(id: string): Domain | undefined {
  return byId.get(id)
}

/** The domains that exist on a day (ISO date). */
export function domainsOn(day: string): Domain[] {
  return domains.filter((entry) => covers(entry, day))
}

/** The domain to ask on a day: itself while it exists, else the one that took its place. Null when it has neither. */
export function domainAsOf(id: string, day: string): Domain | null {
  const entry = byId.get(id)
  if (!entry || covers(entry, day)) return entry ?? null
  return entry.successorId && day > (entry.until ?? '') ? domainAsOf(entry.successorId, day) : null
}
