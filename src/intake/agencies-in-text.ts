import type { NamedSpan } from './draft.ts'
import { consumeClass } from './agency-classes.ts'
import { consumeFields, consumeName, organisationNounAt } from './agency-names.ts'
import { AREA_NOUNS, BARE_CLASSES, CLASS_NOUNS, DETERMINERS, NAMED_HEADS, NOT_AGENCIES, OFFICE_HEADS, FIELDS } from './agency-words.ts'
import { actAt, modalAt } from './task-verbs.ts'
import { isCapital, isLower, type Word } from './words.ts'

/** Bodies named one after the other, and the word that follows them. */
export interface AgencyList {
  names: NamedSpan[]
  next: number
}

/** Heads that are a whole name by themselves. */
const COMPLETE = new Set(
  'ubnd,hđnd,ubmttq,ubmttqvn,mttq,vpcp,ttxvn,tỉnh ủy,thành ủy,đảng ủy,huyện ủy,tỉnh đoàn,thành đoàn,viettel,vnpt,mobifone,vinaphone,evn,vietnamobile,thủ tướng,thủ tướng chính phủ,tand,vksnd,bhxh,catp,chủ đầu tư,chủ rừng,địa phương,doanh nghiệp,nhà thầu,đơn vị,mặt trận tổ quốc,kho bạc,nhnn,chính quyền,chánh văn phòng,chánh thanh tra,kiểm lâm,viện kiểm sát,tòa án,ủy ban nhân dân,hội đồng nhân dân,công an'.split(
    ',',
  ),
)
/** Heads by which a text points back to a body named before: "Sở hướng dẫn …". */
const BACK_REFERENCES = new Set([
  'sở',
  'bộ',
  'cục',
  'ban',
  'chi cục',
  'văn phòng',
  'trung tâm',
  'hội',
  'viện',
  'trường',
  'đơn vị',
  'cơ quan',
  'ngành',
  'phòng',
  'công ty',
])

const keyOf = (words: readonly Word[], from: number, to: number) =>
  words
    .slice(from, to)
    .map((word) => word.key)
    .join(' ')

/**
 * Reads the bodies that begin exactly at word `at`: "Sở A, Sở B và các cơ quan liên quan". Null where no body begins.
 * `bare` also takes class nouns without "các" ("địa phương", "chính quyền địa phương").
 */
export function agenciesAt(words: readonly Word[], at: number, bare = false, source = ''): AgencyList | null {
  const names: NamedSpan[] = []
  let next = at
  for (let guard = 0; guard < 60; guard++) {
    const found = oneAgency(words, next, bare || names.length > 0, source)
    if (!found) break
    const below = names.length === 0 && words[found.next]?.text === ':' ? listBelow(words, at, found.next, source) : null
    if (below) return below
    names.push(...found.names)
    next = found.next
    // "Tập đoàn … (VNPT), Tập đoàn …": a short form in brackets does not end the list
    const bracketed = afterBrackets(words, next)
    if (bracketed > next && separatorAt(words, bracketed)) next = bracketed
    const separator = separatorAt(words, next)
    if (!separator) break
    const step = oneAgency(words, next + separator, true, source) ? separator : attributeAt(words, next)
    if (!step) break
    next += step
  }
  return names.length ? { names, next } : null
}

/** Whether the body is only a back reference such as "Sở", "các đơn vị này", to be resolved by what came before. */
export function isBackReference(name: string): boolean {
  return BACK_REFERENCES.has(name.toLowerCase()) || /\s(?:này|trên|nêu trên|nói trên)$/i.test(name)
}

/** "các sở, ngành: Công an tỉnh, Y tế, Xây dựng …", "Giám đốc: Sở A, Sở B": the bodies that a class or an office stands for. */
function listBelow(words: readonly Word[], at: number, colon: number, source: string): AgencyList | null {
  const head = keyOf(words, at, colon)
  const office = OFFICE_HEADS.lengthAt(words, at) === colon - at
  if (!office && !/^(?:các|những) (?:sở|bộ)(?:\s?,| và)/u.test(head) && !/^(?:các|những) (?:cơ quan|đơn vị)/u.test(head)) return null
  const names: NamedSpan[] = []
  let next = colon + 1
  for (let guard = 0; guard < 60; guard++) {
    const field = !office && isCapital(words[next]) ? FIELDS.lengthAt(words, next) : 0
    const body = cutAtField(words, next, oneAgency(words, next, true, source), source)
    if (body) names.push(...body.names)
    else if (field) {
      const alone = oneName(words, next, next + field, source)?.names[0] as NamedSpan
      names.push({ name: `${/(?:^| )bộ/u.test(head) ? 'Bộ' : 'Sở'} ${alone.name}`, span: alone.span })
    } else break
    next = body ? body.next : next + field
    const separator = separatorAt(words, next)
    const more = next + separator
    if (!separator || !(oneAgency(words, more, true, source) || (isCapital(words[more]) && FIELDS.lengthAt(words, more)))) break
    next = more
  }
  const first = names[0]
  if (!first || names.length < 2) return null
  if (office) {
    const start = (words[at] as Word).start
    names[0] = { name: `${source.slice(start, (words[colon - 1] as Word).end)} ${first.name}`, span: { start, end: first.span.end } }
  }
  return { names, next }
}

/** "Công an tỉnh, Y tế": in such a list a field after a comma is a department of its own. */
function cutAtField(words: readonly Word[], at: number, body: AgencyList | null, source: string): AgencyList | null {
  if (!body || FIELDS.lengthAt(words, at + 1)) return body
  for (let next = at + 1; next < body.next; next++)
    if (words[next]?.text === ',' && isCapital(words[next + 1]) && FIELDS.lengthAt(words, next + 1)) return oneName(words, at, next, source)
  return body
}

/** "các Ban Quản lý dự án chuyên ngành, khu vực, các chủ đầu tư": one more attribute of the name, then the next body. */
function attributeAt(words: readonly Word[], at: number): number {
  if (words[at]?.text !== ',') return 0
  for (let next = at + 1; next < at + 5; next++) {
    const word = words[next]
    if (next > at + 1 && word?.text === ',' && DETERMINERS.lengthAt(words, next + 1) && oneAgency(words, next + 1, true, ''))
      return next + 1 - at
    if (!isLower(word) || actAt(words, next) || modalAt(words, next)) return 0
  }
  return 0
}

function afterBrackets(words: readonly Word[], at: number): number {
  if (words[at]?.text !== '(') return at
  const close = words.findIndex((word, index) => index > at && index < at + 24 && word.text === ')')
  return close < 0 ? at : close + 1
}

function separatorAt(words: readonly Word[], at: number): number {
  const key = words[at]?.key
  if (key === ',' || key === ';') return ['và', 'cùng'].includes(words[at + 1]?.key ?? '') ? 2 : 1
  if (key === 'và' || key === 'hoặc' || key === 'cùng') return words[at + 1]?.key === 'với' ? 2 : 1
  return 0
}

function oneAgency(words: readonly Word[], at: number, bare: boolean, source: string): AgencyList | null {
  let head = at
  if (words[head]?.key === 'đồng' && words[head + 1]?.key === 'chí') head += 2
  const determiner = DETERMINERS.lengthAt(words, head)
  head += determiner
  if (NOT_AGENCIES.lengthAt(words, head)) return null
  const shared = determiner > 0 && isLower(words[head]) ? consumeFields(words, at, head, 1, true, source) : null
  if (shared) return shared
  const named = headAt(words, head, determiner > 0)
  if (named) {
    const list = consumeFields(words, at, head, named, determiner > 0, source)
    if (list) return list
    const end = consumeName(words, head, head + named, oneNameBegins)
    const alone = end === head + named
    const key = keyOf(words, head, end)
    // "Sở, ban, ngành, địa phương" is a class though it begins with a capital
    if (
      alone &&
      words[end]?.text === ',' &&
      isLower(words[end + 1]) &&
      CLASS_NOUNS.lengthAt(words, end + 1) &&
      CLASS_NOUNS.lengthAt(words, head)
    )
      return oneName(words, at, consumeClass(words, head, oneNameBegins, true), source)
    if (!alone || determiner || COMPLETE.has(key) || (BACK_REFERENCES.has(key) && isCapital(words[head])))
      return oneName(words, at, end, source)
    if (!CLASS_NOUNS.lengthAt(words, head)) return null
  }
  if (at > 0 && bare && isShortForm(words, head)) return oneName(words, at, head + 1, source)
  const office = officeAt(words, head, determiner > 0 || bare)
  if (office) {
    const end = consumeName(words, head, head + office, oneNameBegins, true)
    return oneName(words, at, end, source)
  }
  const isClass = determiner > 0 || (bare ? CLASS_NOUNS : BARE_CLASSES).lengthAt(words, head) > 0
  if (isClass && CLASS_NOUNS.lengthAt(words, head)) {
    if (!determiner && AREA_NOUNS.has(words[head]?.key ?? '') && !isCapital(words[head + CLASS_NOUNS.lengthAt(words, head)])) return null
    if (words[head]?.key === 'tổ' && words[head + 1]?.key === 'chức' && !organisationNounAt(words, head)) return null
    if (!determiner && !bare && isLower(words[head]) && at > 0 && words[at - 1]?.key === 'của') return null
    const end = consumeClass(words, head, oneNameBegins, determiner > 0)
    return oneName(words, at, end, source)
  }
  return null
}

/** A short form in capitals inside a list: "…, NHNN, NHCSXH theo chức năng". */
function isShortForm(words: readonly Word[], at: number): boolean {
  return /^[A-ZĐ&]{4,10}$/.test(words[at]?.text ?? '') && [',', ';', 'và'].includes(words[at - 1]?.key ?? '') && !isCapital(words[at + 1])
}

/** A tỉnh, thành phố … with its proper name: a body only where it is told to do something. */
export function areaAt(words: readonly Word[], at: number, source: string): AgencyList | null {
  const length = words[at]?.key === 'thành' || words[at]?.key === 'thị' || words[at]?.key === 'đặc' ? 2 : 1
  if (!AREA_NOUNS.has(keyOf(words, at, at + length)) || !isCapital(words[at + length])) return null
  let end = at + length
  while (isCapital(words[end])) end++
  return oneName(words, at, end, source)
}

function headAt(words: readonly Word[], at: number, afterDeterminer: boolean): number {
  const length = NAMED_HEADS.lengthAt(words, at)
  if (!length || !isCapital(words[at]) || NOT_AGENCIES.lengthAt(words, at)) return 0
  if (length === 1 && words[at]?.key === 'tổ' && words[at + 1]?.key === 'chức') return 0
  if (afterDeterminer && length === 1 && words[at + 1]?.key === ',' && CLASS_NOUNS.lengthAt(words, at + 2) && !isCapital(words[at + 2]))
    return 0
  return length
}

function officeAt(words: readonly Word[], at: number, lowerToo: boolean): number {
  const length = OFFICE_HEADS.lengthAt(words, at)
  return length && (lowerToo || isCapital(words[at])) ? length : 0
}

/** Whether a new body begins at `at`; used to end the one before it. */
function oneNameBegins(words: readonly Word[], at: number): boolean {
  const determiner = DETERMINERS.lengthAt(words, at)
  if (determiner) return CLASS_NOUNS.lengthAt(words, at + determiner) > 0 || headAt(words, at + determiner, true) > 0
  return headAt(words, at, false) > 0 || officeAt(words, at, false) > 0
}

function oneName(words: readonly Word[], from: number, to: number, source: string): AgencyList | null {
  const first = words[from]
  const last = words[to - 1]
  if (!first || !last || to <= from) return null
  const name = source ? source.slice(first.start, last.end) : keyOf(words, from, to)
  return { names: [{ name: name.replace(/\s+/g, ' '), span: { start: first.start, end: last.end } }], next: to }
}
