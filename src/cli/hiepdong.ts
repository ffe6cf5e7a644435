#!/usr/bin/env node
import { argv, exit, stderr } from 'node:process'
import { StartProblem } from '../kernel/db/embedded-problem.ts'
import { Problem } from '../kernel/problems/problem.ts'

/** A subcommand: takes the arguments after its name, returns the exit code. */
export type Subcommand = (args: readonly string[]) => Promise<number>

/** Loaded only when called, so that `intake` needs no database and `start` no document readers. */
const SUBCOMMANDS: Record<string, { summary: string; load: () => Promise<Subcommand> }> = {
  intake: {
    summary: 'intake --json FILE…   đọc văn bản, in mỗi tệp một dòng JSON / read documents, print one JSON object per file',
    load: async () => (await import('./intake.ts')).intake,
  },
  rebuild: {
    summary: 'rebuild   dựng lại các bảng từ nhật ký sự kiện / project every table anew from the log',
    load: async () => (await import('./rebuild.ts')).rebuild,
  },
  setup: {
    summary:
      'setup --agency KEY [--unit KEY] --account NAME   nạp danh bạ, mở tài khoản quản trị (mật khẩu: HIEPDONG_PASSWORD) / load the directory, open an administrator',
    load: async () => (await import('./setup.ts')).setup,
  },
}

/** What can be helped says how, in both languages; anything else is a fault, with its place. */
function told(error: unknown): string {
  if (error instanceof StartProblem) return error.message
  if (error instanceof Problem) return `${error.text.vi}\n${error.text.en}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  const subcommand = SUBCOMMANDS[name]
  if (!subcommand) {
    stderr.write(
      `hiepdong <lệnh / command>\n${Object.values(SUBCOMMANDS)
        .map((entry) => `  ${entry.summary}\n`)
        .join('')}`,
    )
    return name === '' || name === 'help' || name === '--help' ? 0 : 2
  }
  return (await subcommand.load())(rest)
}

exit(
  await main(argv.slice(2)).catch((error: unknown) => {
    stderr.write(`${told(error)}\n`)
    return 1
  }),
)
