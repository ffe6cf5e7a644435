import { useCallback, useMemo } from 'react'
import { useDraft } from '../../../../web/shell/use-draft.ts'
import type { AgreementText } from '../../contract.ts'

/** A text under an officer's hands, with a print of the text of the case that it was begun from. */
export type TextDraft = { text: AgreementText; from: string }

/** A short print of a text: another text has, in all likelihood, another one. */
export const printOf = (text: AgreementText): string => {
  let hash = 5381
  for (const unit of JSON.stringify(text)) hash = (Math.imul(hash, 33) ^ (unit.codePointAt(0) ?? 0)) >>> 0
  return hash.toString(36)
}

/** The draft of a text, kept in this browser; `overtaken` where the text of the case has changed since the draft was begun. */
export const useTextDraft = (name: string, base: AgreementText) => {
  const start = useMemo<TextDraft>(() => ({ text: base, from: printOf(base) }), [base])
  const { value, set: setDraft, savedAt, failed, clear } = useDraft<TextDraft>(name, start)
  const { from } = value
  const set = useCallback((text: AgreementText) => setDraft({ text, from }), [setDraft, from])
  return { text: value.text, set, savedAt, failed, clear, overtaken: savedAt !== null && from !== start.from }
}
