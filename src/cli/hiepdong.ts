#!/usr/bin/env node
import { argv, exit, stderr } from 'node:process'

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

exit(await main(argv.slice(2)))
