import { IntakeError } from './intake/intake-error.ts'
import { MAX_FILE_BYTES } from './intake/limits.ts'
import { readDocumentFile } from './intake/read-file.ts'
import { readDocument } from './intake/read-document.ts'
import { Problem } from './kernel/problems/problem.ts'

const READABLE = /\.(docx|html?|txt)$/i

/**
 * Looks into a file before it is kept: one that bears a stamp of state secrets never enters, as evidence no less than as a document to read in.
 * What cannot be read as text (pictures, tables, PDF) passes; the officer who attaches it answers for it, as the screen says.
 */
export const inspectFile = async (bytes: Buffer, name: string): Promise<void> => {
  if (!READABLE.test(name) || bytes.length > MAX_FILE_BYTES) return
  try {
    readDocument((await readDocumentFile(bytes, name)).text)
  } catch (error) {
    if (error instanceof IntakeError && error.code === 'secret-stamp') throw new Problem(error.code, 422, error.texts)
    if (!(error instanceof IntakeError)) throw error
  }
}
