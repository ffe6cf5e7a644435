import type { NamedSpan } from './draft.ts'
import { agenciesAt } from './agencies-in-text.ts'
import { readWords, type Word } from './words.ts'

/** What lines such as "Đơn vị chủ trì: …", "Thời gian thực hiện: …" say about the items before them. */
export interface Labels {
  lead: NamedSpan[]
  coordinate: NamedSpan[]
  time: { value: string; start: number } | null
}

type Role = 'lead' | 'coordinate' | 'time' | 'other'

const BODY = String.raw`(?:(?:các\s+)?(?:đơn vị|cơ quan|bộ phận|tổ chức|đầu mối|chủ thể|phân công|trách nhiệm)\s+)?`
const ROLES: readonly [Role, string][] = [
  ['coordinate', String.raw`${BODY}(?:phối hợp)(?:\s+(?:thực hiện|triển khai|tham mưu))?`],
  [
    'lead',
    String.raw`${BODY}(?:(?:được\s+)?(?:giao\s+)?(?:chủ trì|đầu mối))(?:[\s,]+(?:tham mưu|thực hiện|triển khai|theo dõi|tổ chức|và))*`,
  ],
  [
    'lead',
    String.raw`(?:(?:đơn vị|cơ quan|bộ phận|phân công|trách nhiệm|chủ thể|tổ chức)\s+)(?:tham mưu\s+)?(?:được giao|thực hiện|chịu trách nhiệm|triển khai|thực thi|tổ chức thực hiện)(?:\s+thực hiện)?`,
  ],
  [
    'time',
    String.raw`(?:thời gian|thời hạn|tiến độ|thời điểm|lộ trình|hạn)(?:\s+(?:thực hiện|hoàn thành|triển khai|tổ chức|trình|báo cáo|ban hành|dự kiến))*`,
  ],
  [
    'other',
    String.raw`(?:sản phẩm|kết quả|kinh phí|nguồn kinh phí|kinh phí thực hiện|địa điểm|hình thức|đối tượng|kết quả đầu ra|sản phẩm đầu ra|cấp trình|ghi chú)(?:\s+(?:thực hiện|đầu ra|dự kiến|đạt được))?`,
  ],
]
const MARK = String.raw`(?:[-–+•*]\s*|[a-zđ]\)\s*|\d{1,2}(?:\.\d{1,2})?[.)]\s*)?`
const LINE = ROLES.map(([role, form]) => [role, new RegExp(String.raw`^${MARK}(?:${form})\s*:`, 'iu')] as const)
const INNER = ROLES.map(([role, form]) => [role, new RegExp(String.raw`(?<=[;.(,]\s{0,3}|\s[-–]\s)(?:${form})\s*:`, 'giu')] as const)
const BRACKETED = new RegExp(String.raw`\(\s*(?:${ROLES[1]?.[1]}|${ROLES[2]?.[1]})\s*:[^()]{2,400}\)`, 'iu')

/** Reads a label line, or null where the paragraph is none. Several labels on one line are told apart. */
export function readLabelLine(text: string, offset: number, source: string): Labels | null {
  const head = LINE.map(([role, form]) => ({ role, match: form.exec(text) })).find((entry) => entry.match)
  if (!head?.match) return null
  return readSegments(
    [{ role: head.role, from: 0, valueFrom: head.match[0].length }, ...innerLabels(text, head.match[0].length)],
    text,
    offset,
    source,
  )
}

/** The labels in brackets at the end of an item: "… (Cơ quan chủ trì: Sở A; phối hợp: Sở B)". */
export function readBracketedLabels(text: string, offset: number, source: string): Labels | null {
  const match = BRACKETED.exec(text)
  if (!match) return null
  const inner = match[0].slice(1, -1)
  return readLabelLine(inner.trimStart(), offset + match.index + 1 + (inner.length - inner.trimStart().length), source)
}

interface Segment {
  role: Role
  from: number
  valueFrom: number
}

function innerLabels(text: string, after: number): Segment[] {
  const found = INNER.flatMap(([role, form]) =>
    Array.from(text.matchAll(form), (match) => ({ role, from: match.index, valueFrom: match.index + match[0].length })),
  )
  const sorted = found.filter((segment) => segment.from >= after).sort((a, b) => a.from - b.from || b.valueFrom - a.valueFrom)
  return sorted.filter((segment, index) => index === 0 || segment.from >= (sorted[index - 1] as Segment).valueFrom)
}

function readSegments(segments: readonly Segment[], text: string, offset: number, source: string): Labels {
  const labels: Labels = { lead: [], coordinate: [], time: null }
  for (const [index, segment] of segments.entries()) {
    const raw = text.slice(segment.valueFrom, segments[index + 1]?.from ?? text.length)
    const from = segment.valueFrom + (raw.length - raw.trimStart().length)
    const value = raw.trim().replace(/[\s;.,(]+$/, '')
    if (!value) continue
    if (segment.role === 'time') labels.time ??= { value, start: offset + from }
    if (segment.role === 'lead') labels.lead.push(...agenciesInValue(value, offset + from, source))
    if (segment.role === 'coordinate') labels.coordinate.push(...agenciesInValue(value, offset + from, source))
  }
  return labels
}

/** All bodies of a label's value or a table cell; what no rule knows is kept as written between commas. */
export function agenciesInValue(value: string, offset: number, source: string): NamedSpan[] {
  const words = readWords(value, offset)
  const names: NamedSpan[] = []
  for (let at = 0; at < words.length;) {
    const list = agenciesAt(words, at, true, source)
    if (list) {
      names.push(...list.names)
      at = list.next
      // the rest of a qualified name up to the next mark belongs to it
      while (at < words.length && !/^[,;.]$/.test((words[at] as Word).text) && words[at]?.key !== 'và') at++
    } else {
      let end = at
      while (end < words.length && !/^[,;.]$/.test((words[end] as Word).text)) end++
      const first = words[at] as Word
      const last = words[end - 1]
      if (last && last.end - first.start > 3 && last.end - first.start < 160) {
        const span = { start: first.start, end: last.end }
        names.push({ name: source.slice(span.start, span.end).replace(/\s+/g, ' '), span })
      }
      at = Math.max(end, at + 1)
    }
    while (at < words.length && (/^[,;.&+-]$/.test((words[at] as Word).text) || words[at]?.key === 'và')) at++
  }
  return names
}
