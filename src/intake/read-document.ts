import { readAssignments } from './assignments.ts'
import { readGenre } from './body.ts'
import type { Field, IntakeDraft } from './draft.ts'
import { missing, sure } from './field.ts'
import { IntakeError } from './intake-error.ts'
import { readLegalBases } from './legal-bases.ts'
import { readLetterhead } from './letterhead.ts'
import { MAX_TEXT_CHARACTERS } from './limits.ts'
import { normalise } from './normalise.ts'
import { readPressHead } from './press-head.ts'
import { hasSecretStamp } from './secret-stamp.ts'
import { readRecipients, readSigner, readUrgency } from './signature.ts'
import { readSubject } from './subject.ts'
import type { SourceText } from './source-text.ts'

/**
 * Reads the text of an official document, or of a report that retells one, into a draft for an officer to check. Pure:
 * no database, no clock. Throws IntakeError `secret-stamp`, `text-too-long` or `empty`.
 */
export function readDocument(text: string): IntakeDraft {
  if (text.length > MAX_TEXT_CHARACTERS) throw new IntakeError('text-too-long')
  const source = normalise(text)
  if (!/[\p{L}\p{N}]/u.test(source.text)) throw new IntakeError('empty')
  if (hasSecretStamp(text)) throw new IntakeError('secret-stamp')
  const genre = readGenre(source)
  const head = genre === 'press' ? readPressHead(source) : readLetterhead(source)
  const { titleAt, ...fields } = head
  return {
    text: source.text,
    genre,
    ...fields,
    subject: genre === 'press' ? headline(source) : readSubject(source, titleAt),
    legalBases: genre === 'press' ? [] : readLegalBases(source),
    signer:
      genre === 'press' ? missing('Bài báo không có chữ ký', 'A report bears no signature') : readSigner(source, Math.max(titleAt, 6)),
    recipients: readRecipients(source),
    urgency: readUrgency(source),
    assignments: readAssignments(source, genre, head.issuer.value),
  }
}

function headline(source: SourceText): Field<string | null> {
  const first = source.blocks.find((block) => block.text.length > 15)
  return first && first.text.length < 220
    ? sure(first.text, { start: first.start, end: first.end }, 0.6)
    : missing('Không thấy tít bài', 'No headline found')
}
