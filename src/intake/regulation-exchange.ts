import type { ContactReading, ExchangeReading, RegulationArticle, ReplyTime } from './regulation-draft.ts'
import { numberIn, partiesIn, sentencesOf } from './regulation-sentences.ts'

const TELLS = /(?:cung cấp|trao đổi|thông báo|gửi|chuyển|báo|trả lời|phản hồi|phúc đáp)/iu
const WITHIN =
  /trong\s+(?:thời\s+(?:hạn|gian)|vòng)?\s*(?:không\s+quá\s+|chậm\s+nhất\s+(?:là\s+)?)?(\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?:\s*\([^)]{1,20}\))?\s+(giờ|ngày\s+làm\s+việc|ngày)(?!\p{L})/iu
const AT_LATEST =
  /(?:không\s+quá|chậm\s+nhất\s+(?:là\s+)?(?:sau\s+)?)\s*(\d{1,3}|một|hai|ba|năm)(?:\s*\([^)]{1,20}\))?\s+(giờ|ngày\s+làm\s+việc|ngày)(?!\p{L})/iu
const CHANNEL =
  /(?:bằng|qua|thông qua)\s+((?:văn bản|thư điện tử|điện thoại|đường dây nóng|email|hệ thống[^,.;]{0,60}|trục liên thông[^,.;]{0,40}|đầu mối[^,.;]{0,40})(?:\s*(?:,|hoặc|và)\s*(?:văn bản|thư điện tử|điện thoại|email|trực tiếp))*)/iu

/**
 * Rules by which parties tell one another: a sentence that tells, and that names a reply time or a channel. A promise to exchange
 * information in general is a clause and no rule.
 */
export function readExchange(articles: readonly RegulationArticle[], names: readonly string[]): ExchangeReading[] {
  return sentencesOf(articles).flatMap(({ text, span }): ExchangeReading[] => {
    if (!TELLS.test(text)) return []
    const replyTime = replyTimeIn(text)
    const channel = CHANNEL.exec(text)?.[1]?.trim() ?? ''
    if (!replyTime && !channel) return []
    if (/giao ban|sơ kết|tổng kết|có hiệu lực/iu.test(text)) return []
    return [{ content: text.slice(0, 2_000), ...waysOf(text, names), channel, replyTime, ...span }]
  })
}

/** Who tells is named before the verb, who is told after "cho", "đến", "tới", "với" or "của" the one who asked. */
const waysOf = (text: string, names: readonly string[]): { from: string | null; to: string | null } => {
  const verb = TELLS.exec(text)?.index ?? 0
  const from = partiesIn(text.slice(0, verb), names).at(-1)?.name ?? null
  const told = text.slice(verb)
  const others = partiesIn(
    told,
    names.filter((name) => name !== from),
  )
  const to = others.find(({ at }) => /(?:cho|đến|tới|với|của)\s+(?:\p{L}+\s+){0,2}$/iu.test(told.slice(0, at)))?.name ?? null
  return { from, to }
}

const replyTimeIn = (text: string): ReplyTime | null => {
  const found = WITHIN.exec(text) ?? AT_LATEST.exec(text)
  const amount = numberIn(found?.[1] ?? '')
  if (!found || !amount) return null
  const unit = (found[2] ?? '').toLowerCase()
  return { amount, unit: unit === 'giờ' ? 'hour' : unit === 'ngày' ? 'day' : 'working-day' }
}

const CONTACT =
  /(?:giao(?:\s+cho)?|cử|phân công)?\s*((?:Phòng|Văn phòng|Trung tâm|Ban|Đội|Thanh tra)\s[^.;:]{3,160}?)\s+(?:là|làm)\s+(?:đơn vị\s+|cơ quan\s+)?(?:đầu mối|thường trực)/u
const LISTED = /đầu mối[^:.;]{0,60}:\s*([^.;]{3,200})/iu

/** Who is asked day by day: "X giao Phòng Y làm đầu mối", or "Đầu mối của X: Phòng Y". */
export function readContactPoints(articles: readonly RegulationArticle[], names: readonly string[]): ContactReading[] {
  return sentencesOf(articles).flatMap(({ text, span }): ContactReading[] => {
    if (!/đầu mối|thường trực/iu.test(text)) return []
    const found = CONTACT.exec(text) ?? LISTED.exec(text)
    if (!found) return []
    const party = partiesIn(text.slice(0, found.index + found[0].length), names)[0]?.name ?? null
    const title = (found[1] ?? '').replace(/\s+/g, ' ').trim().slice(0, 300)
    return title ? [{ party, title, ...span }] : []
  })
}
