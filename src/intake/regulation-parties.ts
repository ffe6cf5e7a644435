import type { RegulationDraft, RegulationParty } from './regulation-draft.ts'
import type { SourceText } from './source-text.ts'
import { titleCase } from './title-case.ts'

/** Words that names of parties begin with. */
const HEAD =
  /^(?:công an|bộ công an|sở|ban|bộ chỉ huy|bộ đội|bchqs|ubnd|uỷ ban|ủy ban|viettel|vnpt|mobifone|fpt|tập đoàn|tổng công ty|công ty|chi nhánh|cục|chi cục|đài|báo|bưu điện|hội|đoàn|liên minh|tỉnh ủy|tỉnh uỷ|thành ủy|trung tâm|kho bạc|hải quan|ngân hàng|trường|viện|thanh tra|văn phòng|phòng|tòa án|toà án|viện kiểm sát)(?!\p{L})/iu
const BETWEEN =
  /(?:^|[\s(])giữa\s+([\s\S]{5,400}?)(?=\s+(?:về|trong|trên|nhằm|để|tại|thực hiện|bảo đảm|đảm bảo|giai đoạn|ban hành|được|phối hợp|đánh dấu|là|sẽ|đã|cùng|tổ chức|thống nhất|ký|có|để)\s|[.;:\n(]|$)/giu
/** How a report tells who signed: "Công an tỉnh và Sở … đã ký kết". */
const SIGNED =
  /(?<!\p{L})((?:công an|sở|bộ chỉ huy|ubnd|viettel|vnpt|mobifone)(?!\p{L})[^.,;:\n]{2,90}?\s+(?:và|với)\s+(?:công an|sở|bộ chỉ huy|ubnd|viettel|vnpt|mobifone)(?!\p{L})[^.,;:\n]{1,60}?)\s+(?:đã|tổ chức|thống nhất|ký|vừa|về)(?!\p{L})/giu
/** A duty that is handed over: "bàn giao … từ Sở … về Công an tỉnh …". */
const HANDED =
  /bàn giao[^.;\n]{0,160}?\s+từ\s+((?:sở|công an|ubnd|ban|cục)(?!\p{L})[^.,;:\n]{2,80}?)\s+(?:về|sang|cho)\s+((?:công an|sở|ubnd|cục)(?!\p{L})[^.,;:\n]{1,60}?)(?=[.,;\n]|\s+(?:đã|để|nhằm)\s|$)/giu
const SIDE = /^(?:bên|đơn vị)\s+(?:[A-Đ]|\d|thứ\s+\p{L}+)(?:\s*\([^)]*\))?\s*[:.,-]\s*(.+)$/iu

/** The parties in the order of the text, once each, and who signs for them; what leaves a choice is told as a doubt. */
export function readParties(
  source: SourceText,
  own: SourceText,
  title: string | null,
): { parties: RegulationParty[]; doubts: RegulationDraft['doubts'] } {
  const told = [...sidesOf(own), ...betweenOf(own)]
  const named = told.length > 0 ? told : handedOf(own)
  const inTitle = title ? namesIn(title.replace(/^.*?giữa\s+/iu, '')) : []
  const parties: RegulationParty[] = []
  for (const { name, start } of named) {
    const known = parties.find((party) => isSame(party.name, name))
    if (!known) parties.push({ name, span: { start, end: start + name.length }, position: null })
    // The fuller name of two: "Công an tỉnh" in one place, "Công an tỉnh Hà Tĩnh" in another.
    else if (name.length > known.name.length) Object.assign(known, { name, span: { start, end: start + name.length } })
  }
  const doubts: RegulationDraft['doubts'] = []
  if (parties.length < 2) doubts.push({ field: 'parties', text: { vi: 'Chưa rõ các bên tham gia', en: 'The parties are not clear' } })
  else if (parties.length > 2 && inTitle.length === 2) {
    doubts.push({
      field: 'parties',
      text: { vi: 'Tên quy chế nêu hai bên, văn bản nêu nhiều hơn', en: 'The title names two parties, the text more' },
    })
  }
  const positions = positionsIn(source)
  if (positions.length === parties.length) {
    for (const [i, party] of parties.entries()) party.position = positions[i]!
  }
  if (parties.some((party) => party.position === null)) {
    doubts.push({
      field: 'signers',
      text: { vi: 'Chưa rõ chức vụ người ký của từng bên', en: 'It is not clear which position signs for each party' },
    })
  }
  return { parties, doubts }
}

type Named = { name: string; start: number }

/** "Bên A: Công an tỉnh …", one line each. */
const sidesOf = (source: SourceText): Named[] =>
  source.blocks.flatMap((block): Named[] => {
    const found = SIDE.exec(block.text)?.[1]
    const name = found ? cleaned(found.split(/[,;(]/)[0] ?? '') : ''
    return HEAD.test(name) ? [{ name, start: block.start + block.text.indexOf(name) }] : []
  })

/** "giữa A và B", "giữa A, B và C" in title, preamble and first article. */
const betweenOf = (source: SourceText): Named[] => {
  const first = source.blocks[0]?.start ?? 0
  const head = source.text.slice(first, first + 6_000)
  const found = [...head.matchAll(BETWEEN)]
  return (found.length > 0 ? found : [...head.matchAll(SIGNED)]).flatMap((match) => {
    const list = match[1] ?? ''
    const from = first + match.index + match[0].indexOf(list)
    let at = 0
    return namesIn(list).map((name) => {
      const found = Math.max(list.toLowerCase().indexOf(name.toLowerCase(), at), at)
      at = found + name.length
      return { name, start: from + found }
    })
  })
}

/** Giver and receiver of a duty that is handed over. */
const handedOf = (source: SourceText): Named[] =>
  Array.from(source.text.matchAll(HANDED)).flatMap((match) =>
    [match[1] ?? '', match[2] ?? ''].map(cleaned).map((name) => ({ name, start: match.index + Math.max(0, match[0].indexOf(name)) })),
  )

/** The names of a list; the "và" inside a name (Sở Khoa học và Công nghệ) parts nothing, because what follows is no agency. */
const namesIn = (list: string): string[] => {
  const parts = list.split(/\s*[,;]\s*|\s+(?:và|với)\s+/iu)
  const joints = list.match(/\s*[,;]\s*|\s+(?:và|với)\s+/giu) ?? []
  const names: string[] = []
  parts.forEach((part, i) => {
    if (HEAD.test(part) || names.length === 0) names.push(part)
    else names[names.length - 1] += `${joints[i - 1] ?? ' '}${part}`
  })
  return names.map(cleaned).filter((name) => HEAD.test(name))
}

const cleaned = (name: string): string => {
  const plain = name.replace(/\s+/g, ' ').replace(/^[\s"“'’]+|[\s"”'’.,;:]+$/gu, '')
  return plain === plain.toUpperCase() ? titleCase(plain) : plain
}

/** One names the other in fewer words. */
const isSame = (a: string, b: string): boolean => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `)
}

const POSITION =
  /(?<!\p{L})(KT\.?\s*|Q\.\s*|TL\.?\s*|TUQ\.?\s*)?((?:PHÓ\s+)?(?:TỔNG\s+)?(?:GIÁM\s+ĐỐC|CHỦ\s+TỊCH|CHỈ\s+HUY\s+TRƯỞNG|CỤC\s+TRƯỞNG|CHI\s+CỤC\s+TRƯỞNG|TRƯỞNG\s+BAN|CHÁNH\s+VĂN\s+PHÒNG|CHÁNH\s+THANH\s+TRA|BÍ\s+THƯ)(?:\s+PHỤ\s+TRÁCH)?)(?!\p{L})/gu

/** Positions under the text, in order; of a deputy who signs for the head the deputy's own. */
const positionsIn = (source: SourceText): string[] => {
  const last = source.blocks.findLastIndex((block) => /^Điều\s+\d+/u.test(block.text))
  const after = source.blocks.slice(last + 1).filter((block) => block.text.length < 160 && /\p{Lu}{3}/u.test(block.text))
  const found = after.flatMap((block) => Array.from(block.text.matchAll(POSITION)))
  return found.filter((match) => !match[1]?.startsWith('KT')).map((match) => sentence(match[2] ?? ''))
}

const sentence = (capitals: string): string => {
  const words = capitals.replace(/\s+/g, ' ').toLowerCase()
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(
    /^(Phó|Tổng) (giám|chủ|tổng)/u,
    (_, a: string, b: string) => `${a} ${b.charAt(0).toUpperCase()}${b.slice(1)}`,
  )
}
