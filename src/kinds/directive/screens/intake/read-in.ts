import { api } from '../../../../web/shell/api.ts'
import type { IntakeView } from '../../intake-contract.ts'

/** Sends a document as it is, to be read. Throws a ProblemError in the officer's words where it cannot be. */
export const readFileIn = (file: File): Promise<IntakeView> => api.send<IntakeView>('/intake', asBytes(file))

/** The server tells what a file is by its bytes; a JSON file under its own type would be taken for pasted words. */
const asBytes = (file: File): File => new File([file], file.name, { type: 'application/octet-stream' })

/** Sends pasted text, to be read. */
export const readTextIn = (text: string): Promise<IntakeView> => api.post<IntakeView>('/intake', { text })
