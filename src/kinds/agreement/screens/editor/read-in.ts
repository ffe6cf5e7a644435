import { api } from '../../../../web/shell/api.ts'
import { language } from '../../../../web/shell/i18n.ts'
import { lostLink, problemOf } from '../../../../web/shell/problem.ts'
import type { AgreementIntakeView } from '../../views.ts'

/** Has a pasted text read. Nothing is written. */
export const readText = (text: string): Promise<AgreementIntakeView> => api.post<AgreementIntakeView>('/agreement/intake', { text })

/** Has a file read, sent as it is; it is kept for the draft. Throws ProblemError. */
export const readFile = async (file: File): Promise<AgreementIntakeView> => {
  const answer = await fetch(`/api/agreement/intake?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    credentials: 'same-origin',
    body: file,
    headers: { 'Content-Type': 'application/octet-stream', 'Accept-Language': language.get() },
  }).catch(() => {
    throw lostLink()
  })
  if (!answer.ok) throw await problemOf(answer)
  return (await answer.json()) as AgreementIntakeView
}
