import { api } from '../../../../web/shell/api.ts'
import type { AgreementIntakeView } from '../../views.ts'

/** Has a pasted text read. Nothing is written. */
export const readText = (text: string): Promise<AgreementIntakeView> => api.post<AgreementIntakeView>('/agreement/intake', { text })

/** Has a file read, sent as bytes whatever its type; it is kept for the draft. Throws ProblemError. */
export const readFile = (file: File): Promise<AgreementIntakeView> =>
  api.send<AgreementIntakeView>('/agreement/intake', new File([file], file.name, { type: 'application/octet-stream' }))
