import type { DraftAssignment, Span } from './draft.ts'

/** Words between a lead and the task itself that say how bodies work together, not what is to be done. */
const LEADING =
  /^[\s,;:–-]+|^\([^()]{1,80}\)(?=\s*chủ trì)|^(?:nhiệm vụ(?=\s*:)|nội dung(?=\s*:)|đồng thời|bên cạnh đó|cùng với đó|ngoài ra|theo đó|cũng|sẽ|chịu trách nhiệm(?!\s+(?:trước|về|nếu|toàn|chính|trực|đối|với))|có trách nhiệm|được giao(?: nhiệm vụ)?|được yêu cầu|chủ trì|làm đầu mối|chủ động|phối hợp(?: chặt chẽ)?(?: với)?|cùng(?: với)?|và)(?=[\s,;:]|$)/iu

/** "… (Đơn vị chủ trì: Sở A; thời gian: …)": the lead stands in a label behind the task. */
const LABEL = /\([^()]{0,60}(?:chủ trì|thực hiện|đầu mối|tham mưu)\s*:[^()]*$/iu
const WHOLE_LABEL = /\s*\([^()]{0,60}(?:chủ trì|thực hiện|đầu mối|tham mưu)\s*:[^()]*\)/giu

/** A lead that was named before is called by its sort alone: "Sở hướng dẫn …". */
const SHORT_LEAD = /^(?:Sở|Cục|Chi cục|Ban|Bộ|Ngành)(?=\s+\p{Ll})/u

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/**
 * What is to be done, without who does it: the words of the sentence after its verb of order and its lead, and after the bodies that work along
 * where they stand before the task ("chủ trì, phối hợp với A, B kiểm tra …" gives "Kiểm tra …"). The whole sentence where nothing is left.
 * `text` is the draft's text, which the spans point into.
 */
export const taskContent = (text: string, one: DraftAssignment): string => {
  const whole: Span = { start: one.start, end: one.end }
  const labelled = (span: Span) => LABEL.test(text.slice(one.start, span.start))
  const named = [...one.lead.map(({ span }) => span), ...(one.verbSpan ? [one.verbSpan] : [])].filter(
    (span) => overlaps(span, whole) && !labelled(span),
  )
  // Only what stands at the head of the sentence or after its verb of order counts: a lead named in the middle belongs to the task's words.
  const order = one.verbSpan && overlaps(one.verbSpan, whole) ? one.verbSpan.start : null
  const head = named.filter((span) => span.start - one.start < 160 || (order !== null && span.start >= order && span.start - order < 600))
  let at = Math.max(one.start, ...head.map((span) => span.end))
  const along = one.coordinate.map(({ span }) => span).toSorted((a, b) => a.start - b.start)
  for (let moved = true; moved;) {
    moved = false
    const rest = text.slice(at, one.end)
    const words = LEADING.exec(rest) ?? (head.length === 0 ? SHORT_LEAD.exec(rest) : null)
    if (words && words[0].length) {
      at += words[0].length
      moved = true
      continue
    }
    const gap = rest.length - rest.trimStart().length
    const next = along.find((span) => span.start >= at && span.start - at <= gap + 1)
    if (next) {
      at = next.end
      moved = true
    }
  }
  const joint =
    /^\s*(?:trong|để|nhằm|về|khi|tại|theo)\s/u.test(text.slice(at, one.end)) && /phối hợp|cùng/iu.test(text.slice(one.start, at))
  const content = `${joint ? 'Phối hợp ' : ''}${text.slice(at, one.end).trimStart()}`
    .replace(WHOLE_LABEL, '')
    .replace(/\s+/gu, ' ')
    .replace(/”,? [^”“.;]{2,60} (?:nhấn mạnh|yêu cầu|chỉ đạo|lưu ý|đề nghị|nói)[.\s]*$/u, '')
    .replace(/^[\s,;:.–-]+|[\s;,./”]+$/gu, '')
  const kept = content.length >= 12 ? content : one.quote.replace(/^(?:\d+[.)]|[a-zđ]\)|[-–+])\s*/iu, '').replace(/[\s;,.]+$/u, '')
  return kept.charAt(0).toLocaleUpperCase('vi') + kept.slice(1)
}
