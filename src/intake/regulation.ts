import { calendarDate } from './deadlines.ts'
import type { Bilingual, Field } from './draft.ts'
import { doubtful, missing, sure } from './field.ts'
import { IntakeError } from './intake-error.ts'
import { readLetterhead } from './letterhead.ts'
import { MAX_TEXT_CHARACTERS } from './limits.ts'
import { normalise } from './normalise.ts'
import { readArticles } from './regulation-articles.ts'
import { readContactPoints, readExchange } from './regulation-exchange.ts'
import type { RegulationDraft } from './regulation-draft.ts'
import { readParties } from './regulation-parties.ts'
import { readBriefing, readFunding, readReview, readTerm } from './regulation-rules.ts'
import { readReported } from './regulation-report.ts'
import { readHeadline, readTitle } from './regulation-title.ts'
import { hasSecretStamp } from './secret-stamp.ts'
import type { SourceText } from './source-text.ts'

/**
 * Reads the text of a coordination regulation (quy chế phối hợp) into a draft for an officer to check: chapters, articles and clauses,
 * parties and who signs, rules of exchange, briefing, review, funding, term. What the text does not say stays empty. Pure: no database, no
 * clock. Throws IntakeError `secret-stamp`, `text-too-long` or `empty`.
 */
export function readRegulation(text: string): RegulationDraft {
  if (text.length > MAX_TEXT_CHARACTERS) throw new IntakeError('text-too-long')
  const source = normalise(text)
  if (!/[\p{L}\p{N}]/u.test(source.text)) throw new IntakeError('empty')
  if (hasSecretStamp(text)) throw new IntakeError('secret-stamp')
  const own = regulationOf(source)
  const written = readArticles(own)
  const articles = written.length > 0 ? written : readReported(own)
  const title = written.length > 0 ? readTitle(own) : readHeadline(own)
  const { parties, doubts: partyDoubts } = readParties(source, own, title.value)
  const names = parties.map((party) => party.name)
  const head = readLetterhead(source)
  const briefing = readBriefing(articles, names)
  const retold: RegulationDraft['doubts'] =
    written.length === 0 && articles.length > 0
      ? [
          {
            field: 'articles',
            text: { vi: 'Bài viết thuật lại, không phải toàn văn quy chế', en: 'A report retells it; this is not the regulation itself' },
          },
        ]
      : []
  const draft: RegulationDraft = {
    text: source.text,
    title,
    number: head.number,
    signedOn: readSignedOn(source, head.date),
    parties,
    articles,
    exchange: readExchange(articles, names),
    briefing,
    review: readReview(articles),
    funding: readFunding(articles),
    term: readTerm(articles),
    contactPoints: readContactPoints(articles, names),
    doubts: [...partyDoubts, ...retold],
  }
  return { ...draft, doubts: [...draft.doubts, ...doubtsOf(draft)] }
}

/** The regulation itself: where it is issued with a decision, the part from its own title on. Offsets stay those of the whole text. */
function regulationOf(source: SourceText): SourceText {
  const firstArticle = source.blocks.findIndex((block) => /^Điều\s+1\s*[.:]/u.test(block.text))
  const title = source.blocks.findIndex((block, index) => index > firstArticle && /^QUY\s+CHẾ(?:\s|$)/u.test(block.text))
  return firstArticle >= 0 && title > 0 ? { text: source.text, blocks: source.blocks.slice(title) } : source
}

const TODAY_IS = /Hôm nay,?\s+(?:vào\s+hồi[^,]{0,40},\s*)?ngày\s+(\d{1,2})\s*(?:tháng\s+|\/)(\d{1,2})\s*(?:năm\s+|\/)(\d{4})/iu

/** A day as a report tells it, without its year: "Sáng 3/4", "Chiều 13-12", "sáng ngày 19/11". */
const DAY_ALONE = /(?<!\p{L})(?:sáng|trưa|chiều|tối|ngày)\s+(?:nay,?\s+)?(?:ngày\s+)?\d{1,2}[/-]\d{1,2}(?![/\-\d])/iu

/** The day in "Hôm nay, ngày …", else that of the letterhead; a day that a report tells without its year is said to be one. */
function readSignedOn(source: SourceText, date: Field<string | null>): Field<string | null> {
  const found = TODAY_IS.exec(source.text)
  const day = found ? calendarDate(Number(found[3]), Number(found[2]), Number(found[1])) : null
  if (found && day) return sure(day, { start: found.index, end: found.index + found[0].length })
  if (date.value) return date
  const told = DAY_ALONE.exec(source.text)
  if (!told) return missing('Không thấy ngày ký', 'No day of signing found')
  const span = { start: told.index, end: told.index + told[0].length }
  return doubtful(null, span, 0.3, `"${told[0]}" không ghi năm`, `"${told[0]}" gives no year`)
}

function doubtsOf(draft: RegulationDraft): RegulationDraft['doubts'] {
  const doubts: RegulationDraft['doubts'] = []
  const add = (field: string, text: Bilingual | null) => text && doubts.push({ field, text })
  add('title', draft.title.unsure)
  add('number', draft.number.value === null ? draft.number.unsure : null)
  add('signedOn', draft.signedOn.unsure)
  if (draft.articles.length === 0) add('articles', { vi: 'Không thấy điều, khoản nào', en: 'No articles or clauses were found' })
  if (draft.briefing && draft.briefing.months.length === 0) {
    add('briefing', { vi: 'Có giao ban nhưng không ghi tháng', en: 'Briefings are named but no months' })
  }
  if (draft.briefing && draft.briefing.hosts.length > 1 && draft.briefing.firstHost === null) {
    add('briefing', { vi: 'Không ghi bên nào chủ trì giao ban đầu tiên', en: 'It does not say who hosts the first briefing' })
  }
  return doubts
}
