import type { AreaKind } from './areas.ts'

/** A class of agencies as a document names it: `UBND các xã, phường`, `các sở, ban, ngành`. */
export type ClassReading = {
  /** Types that belong to the class, the main one first. */
  readonly typeIds: readonly string[]
  readonly level: 'nation' | 'province' | 'commune'
  /** Only communes of these kinds; null for all. */
  readonly kinds: readonly AreaKind[] | null
  /** Meant for bodies that ended with the districts: today's communes on their land take over. */
  readonly former: boolean
  /** Whether the words leave open who belongs to it. */
  readonly vague: boolean
}

const COMMUNE = '(?:xa|phuong|thi tran|dac khu)'
const DISTRICT = '(?:huyen|quan|thi xa|thanh pho)'
const COMMUNES = `(?:cap xa|(?:cac |tung |moi )?${COMMUNE}(?: ${COMMUNE})*)`
const DISTRICTS = `(?:cap huyen|(?:cac |tung |moi )${DISTRICT}(?: ${DISTRICT})*|${DISTRICT}(?: ${DISTRICT})+)`
const PROVINCES = '(?:cap tinh|(?:cac )?tinh thanh pho(?: truc thuoc trung uong)?)'
const ALSO = '(?:co quan|don vi|doan the|chuc nang)'
const OF_PROVINCE = '(?: (?:cua |cap )?(?:tinh|thanh pho))?'
const WHERE = '(?: (?:cua |cap )?(?:tinh|thanh pho|dia phuong))?'

const DEPARTMENTS = [
  'department-of-science-technology',
  'department-of-information-communications',
  'department-of-culture-sports-tourism',
  'department-of-tourism',
  'department-of-industry-trade',
  'department-of-home-affairs',
  'department-of-finance',
  'department-of-education-training',
  'department-of-health',
  'department-of-agriculture-environment',
  'department-of-construction',
  'department-of-planning-architecture',
  'department-of-justice',
  'department-of-ethnic-religious-affairs',
  'department-of-foreign-affairs',
]
const BRANCHES = ['peoples-committee-office', 'provincial-inspectorate', 'management-board']

type Rule = { readonly pattern: RegExp; readonly read: (words: string) => ClassReading }

const communes =
  (typeId: string, vague = false) =>
  (text: string) => {
    const words = text.replaceAll('dia phuong', '')
    const named = (word: string) => new RegExp(`\\b${word}\\b`).test(words)
    const all = named('cap xa') || (named('xa') && named('phuong')) || !(named('xa') || named('phuong') || named('dac khu'))
    const kinds = (['xã', 'phường', 'đặc khu'] as const).filter((_, at) => named(['xa', 'phuong', 'dac khu'][at] ?? ''))
    return { typeIds: [typeId], level: 'commune' as const, kinds: all ? null : kinds, former: false, vague: vague || (named('xa') && !all) }
  }
const fixed =
  (level: ClassReading['level'], typeIds: readonly string[], vague = false, former = false) =>
  (): ClassReading => ({ typeIds, level, kinds: null, former, vague })
const rule = (pattern: string, read: Rule['read']): Rule => ({ pattern: new RegExp(`^(?:${pattern})$`), read })

const rules: readonly Rule[] = [
  rule(`(?:uy ban nhan dan|chinh quyen) ${COMMUNES}`, communes('commune-peoples-committee')),
  rule(
    `(?:uy ban nhan dan|chinh quyen) ${DISTRICTS}(?: truc thuoc(?: tinh)?)?`,
    fixed('commune', ['district-peoples-committee'], false, true),
  ),
  rule(`uy ban nhan dan ${PROVINCES}`, (words) => fixed('nation', ['provincial-peoples-committee'], !words.includes(' cac '))()),
  rule(
    `chinh quyen(?: cac)? (?:dia phuong|co so|cac cap)|(?:cac )?dia phuong|uy ban nhan dan cac cap|${COMMUNES.replace('(?:cac |tung |moi )?', 'cac ')}`,
    communes('commune-peoples-committee', true),
  ),
  rule(`cac ${DISTRICT}(?: ${DISTRICT})+`, fixed('commune', ['district-peoples-committee'], true, true)),
  rule(`cong an ${COMMUNES}`, communes('commune-police')),
  rule(`cong an ${DISTRICTS}`, fixed('commune', ['district-police'], false, true)),
  rule('cong an (?:cac |don vi )*dia phuong', fixed('commune', ['commune-police'])),
  rule(`cong an ${PROVINCES}`, (words) => fixed('nation', ['provincial-police'], !words.includes(' cac '))()),
  rule(`(?:tat ca )?cac so${OF_PROVINCE}`, fixed('province', DEPARTMENTS)),
  rule(`(?:tat ca )?(?:(?:cac )?so(?: ban)? nganh|cac so ban|(?:cac )?ban nganh|cac so(?= ${ALSO}))(?: ${ALSO})*${OF_PROVINCE}`, (words) =>
    fixed('province', [...DEPARTMENTS, ...BRANCHES, ...(words.includes('doan the') ? ['fatherland-front', 'union'] : [])], true)(),
  ),
  rule('cac bo(?: nganh| co quan ngang bo| co quan thuoc chinh phu| trung uong| lien quan)*', fixed('nation', ['ministry'])),
  rule('(?:cac )?(?:tinh uy thanh uy|tinh thanh uy)', fixed('nation', ['provincial-party-committee'])),
  rule(
    'cac ban(?: xay dung)? dang(?: (?:tinh|thanh) uy)?|cac co quan tham muu giup viec(?: cua)?(?: (?:tinh|thanh) uy)?',
    fixed('province', ['party-committee-body']),
  ),
  rule(
    `(?:cac )?(?:co quan )?(?:thong tan )?bao (?:chi|dai)(?: phat thanh truyen hinh)?${WHERE}|cac co quan (?:truyen thong|thong tin dai chung)`,
    fixed('province', ['press']),
  ),
  rule(
    `(?:uy ban )?mat tran to quoc(?: viet nam)?(?: tinh| thanh pho)? cac (?:to chuc |hoi )?(?:doan the|thanh vien|chinh tri xa hoi)(?: chinh tri xa hoi)?(?: cac cap)?${WHERE}`,
    fixed('province', ['fatherland-front', 'union']),
  ),
  rule(`(?:cac )?(?:hoi |to chuc )?(?:doan the|chinh tri xa hoi)(?: chinh tri xa hoi)?${WHERE}`, fixed('province', ['union'], true)),
  rule(`(?:cac )?phong (?:[a-z]+ ){1,8}?${COMMUNE}(?: phong (?:[a-z]+ ){1,8}?${COMMUNE}| ${COMMUNE})*`, (words) =>
    communes('commune-division', true)(words.replace(/^.*?(?= (?:xa|phuong|dac khu)(?: |$))/, '')),
  ),
]

const ENTERPRISE =
  /^(?:cac )?(?:doanh nghiep|nha mang|nha cung cap|don vi)(?: (?:cung ung|cung cap|kinh doanh|hoat dong|dich vu|ha tang|trong|linh vuc|chuyen phat|buu chinh|vien thong|internet|di dong|cong nghe thong tin))*$/

/** Reads a class from a bare, read name without its place; null when the words name no class. */
export function readClass(text: string): ClassReading | null {
  const match = rules.find(({ pattern }) => pattern.test(text))
  if (match) return match.read(text)
  if (!ENTERPRISE.test(text)) return null
  const telecom = /vien thong|internet|nha mang|di dong/.test(text) ? ['telecom-enterprise'] : []
  const postal = /buu chinh|chuyen phat/.test(text) ? ['postal-enterprise'] : []
  const typeIds = [...postal, ...telecom]
  return typeIds.length ? { typeIds, level: 'province', kinds: null, former: false, vague: false } : null
}

const OPEN_WORDS = new Set(
  'cac co quan don vi to chuc ca nhan dia phuong chuc nang khac doanh nghiep tham quyen nha nuoc cap nganh luc luong bo phan ban chuyen mon nghiep vu thuoc tinh thanh pho'.split(
    ' ',
  ),
)

/** Words that name nobody in particular: `các cơ quan, đơn vị liên quan`. No agency can be made accountable by them. */
export function isOpenEnded(text: string): boolean {
  return text.split(' ').every((word) => OPEN_WORDS.has(word))
}

const NORTH_TO_SOUTH = [
  '22',
  '31',
  '33',
  '37',
  '38',
  '40',
  '42',
  '44',
  '46',
  '48',
  '51',
  '52',
  '66',
  '56',
  '68',
  '79',
  '82',
  '86',
  '92',
  '96',
  '91',
]

/** The coastal provinces between two, both included, as storm warnings name them (`từ Hà Tĩnh đến Khánh Hòa`); null when either is inland. */
export function coastBetween(fromCode: string, toCode: string): string[] | null {
  const [start, end] = [NORTH_TO_SOUTH.indexOf(fromCode), NORTH_TO_SOUTH.indexOf(toCode)].toSorted((a, b) => a - b)
  return start === undefined || end === undefined || start < 0 ? null : NORTH_TO_SOUTH.slice(start, end + 1)
}
