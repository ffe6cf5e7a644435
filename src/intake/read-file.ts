import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import { IntakeError } from './intake-error.ts'
import { MAX_FILE_BYTES, MAX_TEXT_CHARACTERS } from './limits.ts'
import { decodeText } from './plain-text.ts'
import { isStampLine } from './secret-stamp.ts'

export type FileFormat = 'docx' | 'html' | 'text'

/** The text of one file, ready for readDocument. */
export interface FileText {
  text: string
  format: FileFormat
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const begins = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte)

/**
 * Reads a .docx, .html, .htm or .txt file by its bytes; the name only decides between HTML and plain text. Throws an
 * IntakeError for every file it does not take, `secret-stamp` among them (a stamp in a header or text box).
 */
export async function readDocumentFile(bytes: Uint8Array, fileName: string): Promise<FileText> {
  if (bytes.length > MAX_FILE_BYTES) throw new IntakeError('file-too-large')
  if (!bytes.length) throw new IntakeError('empty')
  const read = await readByKind(bytes, fileName.toLowerCase())
  if (read.text.length > MAX_TEXT_CHARACTERS) throw new IntakeError('text-too-long')
  if (!/[\p{L}\p{N}]/u.test(read.text)) throw new IntakeError('empty')
  return read
}

async function readByKind(bytes: Uint8Array, name: string): Promise<FileText> {
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) throw new IntakeError('pdf-not-yet')
  if (begins(bytes, OLE)) throw new IntakeError(isEncryptedOffice(bytes) ? 'password-protected' : 'old-word')
  if (begins(bytes, ZIP)) {
    const { text, margins } = await readDocx(bytes)
    if (margins.some((line) => isStampLine(line))) throw new IntakeError('secret-stamp')
    return { text, format: 'docx' }
  }
  if (name.endsWith('.docx')) throw new IntakeError('not-a-docx')
  if (!/\.(?:txt|text|md|html?|xhtml)$/.test(name)) throw new IntakeError('unknown-format')
  const text = decodeText(bytes)
  const isHtml = /\.x?html?$/.test(name) || /^\s*(?:<!doctype html|<html)/i.test(text.slice(0, 400))
  return isHtml ? { text: readHtml(text), format: 'html' } : { text, format: 'text' }
}

/** A .docx with a password is an OLE file that holds the streams EncryptionInfo and EncryptedPackage (names in UTF-16). */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) || buffer.includes(Buffer.from('EncryptionInfo', 'utf16le'))
}
