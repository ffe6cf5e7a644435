import { api, query } from '../../../../web/shell/api.ts'
import { language } from '../../../../web/shell/i18n.ts'
import { lostLink, problemOf } from '../../../../web/shell/problem.ts'
import type { IntakeView } from '../../intake-contract.ts'

/** Sends a document as it is, to be read. Throws a ProblemError in the officer's words where it cannot be. */
export const readFileIn = async (file: File): Promise<IntakeView> => {
  let answer: Response
  try {
    answer = await fetch(`/api/intake${query({ name: file.name })}`, {
      method: 'POST',
      credentials: 'same-origin',
      body: file,
      headers: { 'Accept-Language': language.get(), 'Content-Type': 'application/octet-stream' },
    })
  } catch {
    throw lostLink()
  }
  if (!answer.ok) throw await problemOf(answer)
  return (await answer.json()) as IntakeView
}

/** Sends pasted text, to be read. */
export const readTextIn = (text: string): Promise<IntakeView> => api.post<IntakeView>('/intake', { text })
