import { readFile } from 'node:fs/promises'
import { stderr, stdout } from 'node:process'
import { IntakeError } from '../intake/intake-error.ts'
import { toJsonLine } from '../intake/json-line.ts'
import { readDocument } from '../intake/read-document.ts'
import { readDocumentFile } from '../intake/read-file.ts'

const USAGE =
  'hiepdong intake --json FILE…\nĐọc .docx, .html, .txt; mỗi tệp một dòng JSON. / Reads .docx, .html, .txt; one JSON line a file.'

/**
 * `hiepdong intake --json FILE…`: one JSON object a line on stdout. A file that is refused is named on stderr with the reason in both
 * languages, the others go on; exit code 1 if any was refused, 2 for a wrong call.
 */
export async function intake(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (!args.includes('--json') || !files.length || unknown) {
    stderr.write(`${unknown ? `Không có tùy chọn ${unknown}. / No option ${unknown}.\n` : ''}${USAGE}\n`)
    return 2
  }
  let code = 0
  for (const file of files) {
    try {
      const { text } = await readDocumentFile(await readFile(file), file)
      stdout.write(`${JSON.stringify(toJsonLine(file, readDocument(text)))}\n`)
    } catch (error) {
      code = 1
      stderr.write(`${file}: ${messageOf(error)}\n`)
    }
  }
  return code
}

/** What the operating system answers, in words. */
const SYSTEM: Record<string, string> = {
  ENOENT: 'Không tìm thấy tệp. / File not found.',
  ENOTDIR: 'Không tìm thấy tệp. / File not found.',
  EISDIR: 'Đây là thư mục. Nêu từng tệp. / This is a folder. Name its files.',
  EACCES: 'Không có quyền đọc tệp. / No permission to read the file.',
  EPERM: 'Không có quyền đọc tệp. / No permission to read the file.',
  ENAMETOOLONG: 'Tên tệp quá dài. / The file name is too long.',
  EMFILE: 'Máy đang mở quá nhiều tệp. Thử lại. / Too many files are open. Try again.',
}

function messageOf(error: unknown): string {
  if (error instanceof IntakeError) return `${error.texts.vi} / ${error.texts.en}`
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const detail = error instanceof Error ? error.message : String(error)
  return SYSTEM[code] ?? `Không đọc được tệp (${detail}). / The file could not be read (${detail}).`
}
