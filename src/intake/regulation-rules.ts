import { calendarDate } from './deadlines.ts'
import type { Field } from './draft.ts'
import { sure } from './field.ts'
import type { BriefingReading, RegulationArticle, ReviewReading, TermReading } from './regulation-draft.ts'
import { numberIn, partiesIn, sentencesOf } from './regulation-sentences.ts'

const BRIEFING = /giao ban|họp\s+(?:định kỳ|liên ngành)|hội nghị\s+định kỳ/iu
const NEGATIVE = /không\s+(?:tổ chức\s+)?giao ban/iu

/** Periodic briefings: the months that are named, who hosts, whether leaders may meet out of turn. */
export function readBriefing(articles: readonly RegulationArticle[], names: readonly string[]): BriefingReading | null {
  const about = sentencesOf(articles).filter(
    ({ text, article }) => BRIEFING.test(text) || (BRIEFING.test(article.heading) && /luân phiên|đột xuất|tháng/iu.test(text)),
  )
  const first = about.find(({ text }) => !NEGATIVE.test(text))
  if (!first) return null
  const text = about.map((sentence) => sentence.text).join(' ')
  const months = monthsIn(text)
  const inTurn = /luân phiên|thay phiên|lần lượt/iu.test(text)
  const named = partiesIn(text, names).map(({ name }) => name)
  const hosts = inTurn ? [...names] : named.slice(0, 1)
  const opening = /(?:lần|kỳ|đợt)\s+(?:thứ nhất|đầu(?:\s+tiên)?)[^.;]{0,20}?\s+do\s+([^.;,]+)/iu.exec(text)?.[1]
  return {
    months,
    hosts,
    firstHost: opening ? (partiesIn(opening, names)[0]?.name ?? null) : hosts.length === 1 ? hosts[0]! : null,
    extraordinary: /đột xuất|bất thường/iu.test(text),
    ...first.span,
  }
}

/** "vào tháng 6 và tháng 12", "các tháng 3, 6, 9, 12"; a quarterly one without months stays empty. */
const monthsIn = (text: string): number[] => {
  const found = new Set<number>()
  // "6 tháng một lần" tells how often; only a number behind the word is a month.
  for (const match of text.matchAll(/tháng\s+((?:\d{1,2}(?!\s*năm)(?:\s*(?:,|và|;)\s*(?:tháng\s+)?)?)+)/giu)) {
    for (const number of (match[1] ?? '').match(/\d{1,2}/gu) ?? []) {
      const month = Number(number)
      if (month >= 1 && month <= 12) found.add(month)
    }
  }
  return [...found].sort((a, b) => a - b)
}

/** "sơ kết hằng năm", "tổng kết năm năm một lần". */
export function readReview(articles: readonly RegulationArticle[]): ReviewReading | null {
  const about = sentencesOf(articles).filter(({ text }) => /sơ kết|tổng kết/iu.test(text))
  const first = about[0]
  if (!first) return null
  const text = about.map((sentence) => sentence.text).join(' ')
  const preliminaryYearly =
    /(?:(?:hằng|hàng|mỗi)\s+năm|một\s+năm|1\s+năm|cuối\s+năm)[^.;]{0,60}sơ kết|sơ kết[^.;]{0,60}(?:(?:hằng|hàng|mỗi)\s+năm|mỗi\s+năm|một\s+năm|01?\s+năm)/iu.test(
      text,
    )
  const every =
    /tổng kết[^.;]{0,40}?(\d{1,2}|một|hai|ba|bốn|năm|mười)(?:\s*\([^)]{1,12}\))?\s+năm|(?<!\p{L})(\d{1,2}|hai|ba|bốn|năm|mười)(?:\s*\([^)]{1,12}\))?\s+năm[^.;]{0,30}?tổng kết/iu.exec(
      text,
    )
  const finalEveryYears = numberIn(every?.[1] ?? every?.[2] ?? '')
  return preliminaryYearly || finalEveryYears ? { preliminaryYearly, finalEveryYears, ...first.span } : null
}

/** What is said of money, in the text's own words; empty where nothing is. */
export function readFunding(articles: readonly RegulationArticle[]): Field<string | null> {
  const own = articles.find((article) => /kinh phí/iu.test(article.heading))
  if (own?.clauses.length) {
    return sure(
      own.clauses
        .map((clause) => clause.text)
        .join('\n')
        .slice(0, 4_000),
      { start: own.start, end: own.end },
    )
  }
  const said = sentencesOf(articles).find(({ text }) => /kinh phí[^.;]{0,80}(?:bố trí|bảo đảm|đảm bảo|tự|do\s|từ\s|chi)/iu.test(text))
  return said ? sure(said.text.slice(0, 4_000), said.span, 0.8) : sure(null, null, 0.9)
}

const FROM =
  /có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ\s+(?:ngày\s+)?(?:(ký)|(\d{1,2})\s*(?:tháng\s+|\/|-)(\d{1,2})\s*(?:năm\s+|\/|-)(\d{4}))/iu
const UNTIL = /đến\s+(?:hết\s+)?ngày\s+(\d{1,2})\s*(?:tháng\s+|\/|-)(\d{1,2})\s*(?:năm\s+|\/|-)(\d{4})/iu

/** From when it holds and until when, where the text gives days. */
export function readTerm(articles: readonly RegulationArticle[]): TermReading | null {
  const said = sentencesOf(articles).findLast(({ text }) => FROM.test(text))
  if (!said) return null
  const from = FROM.exec(said.text)
  const until = UNTIL.exec(said.text)
  const day = (d?: string, m?: string, y?: string) => calendarDate(Number(y), Number(m), Number(d))
  return {
    from: from?.[1] ? null : day(from?.[2], from?.[3], from?.[4]),
    until: until ? day(until[1], until[2], until[3]) : null,
    ...said.span,
  }
}
