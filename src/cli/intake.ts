import { readFile } from 'node:fs/promises'
import { stderr, stdout } from 'node:process'
import { IntakeError } from '../intake/intake-error.ts'
import { toJsonLine } from '../intake/json-line.ts'
import { readDocument } from '../intake/read-document.ts'
import { readDocumentFile } from '../intake/read-file.ts'

/** `hiepdong intake --json FILE…`: one JSON object a line. A file that is refused goes to stderr and sets exit code 1. */
export async function intake(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => arg !== '--json')
  if (!args.includes('--json') || !files.length) {
    stderr.write('hiepdong intake --json FILE…\n')
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

function messageOf(error: unknown): string {
  if (error instanceof IntakeError) return `${error.texts.vi} / ${error.texts.en}`
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'Không tìm thấy tệp. / File not found.'
  return error instanceof Error ? error.message : String(error)
}
