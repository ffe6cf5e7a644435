import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartProblem } from './embedded-problem.ts'

/** Sole use of a data directory, until released or until this process ends in whatever way. */
export type DataDirLock = {
  /** Notes where this server answers, for the message that a second start prints. */
  announce(address: string): void
  release(): void
}

/**
 * Takes the data directory for this process, or throws a StartProblem `data-dir-in-use` with the address of the server that has it.
 *
 * The lock is the operating system's own lock on a file, which the kernel drops when the process dies, kill -9 included; Node offers no
 * call for it, but its SQLite takes one. A file with a process id in it would have to guess whether that process is still the same.
 * The lock file is opened by nothing else: closing a second handle in this process would drop the lock.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const notePath = join(dataDir, 'running.json')
  const handle = takeLock(join(dataDir, 'lock'), () => inUse(dataDir, notePath))
  const note = (address: string | null) => {
    const text = JSON.stringify({ pid: process.pid, address, since: new Date().toISOString() })
    writeFileSync(`${notePath}.new`, text, { mode: 0o600 })
    renameSync(`${notePath}.new`, notePath)
  }
  note(null)
  return {
    announce: note,
    release: () => {
      if (!handle.isOpen) return
      rmSync(notePath, { force: true })
      handle.close()
    },
  }
}

function takeLock(path: string, refusal: () => StartProblem): DatabaseSync {
  let handle: DatabaseSync | undefined
  try {
    handle = new DatabaseSync(path)
    handle.exec('pragma locking_mode = exclusive; begin exclusive')
    return handle
  } catch (error) {
    handle?.close()
    if (error instanceof Error && /locked/.test(error.message)) throw refusal()
    throw new StartProblem(
      'data-dir-unusable',
      {
        vi: `Không ghi được vào thư mục dữ liệu (${path}). Kiểm tra quyền của thư mục hoặc đặt HIEPDONG_DATA sang nơi khác.`,
        en: `Cannot write to the data directory (${path}). Check its permissions, or set HIEPDONG_DATA to another place.`,
      },
      error,
    )
  }
}

function inUse(dataDir: string, notePath: string): StartProblem {
  const { pid, address } = readNote(notePath)
  const who = pid ? ` (pid ${pid})` : ''
  return new StartProblem('data-dir-in-use', {
    vi: `Thư mục dữ liệu ${dataDir} đang được một máy chủ Hiệp Đồng khác dùng${who}${address ? `: ${address}` : ''}. Máy chủ đó vẫn chạy, không bị ảnh hưởng. Mở địa chỉ trên, hoặc dừng nó trước, hoặc đặt HIEPDONG_DATA sang thư mục khác.`,
    en: `The data directory ${dataDir} is in use by another Hiệp Đồng server${who}${address ? `: ${address}` : ''}. That server keeps running, untouched. Open it, stop it first, or set HIEPDONG_DATA to another directory.`,
  })
}

function readNote(path: string): { pid?: number; address?: string } {
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof note !== 'object' || note === null) return {}
    return {
      ...('pid' in note && typeof note.pid === 'number' ? { pid: note.pid } : {}),
      ...('address' in note && typeof note.address === 'string' ? { address: note.address } : {}),
    }
  } catch {
    // The other server is between taking the lock and writing its note.
    return {}
  }
}
