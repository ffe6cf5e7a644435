import { lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The operating system's account that a PostgreSQL process runs under. */
export type Account = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. A number that no account has keeps the files from every other program of the machine;
 * `nobody` would share them with whatever else runs as nobody. Debian's policy reserves this range, systemd leaves it free.
 */
const unsharedId = 65418
const nobodyId = 65534

/**
 * The account for the server of the cluster in `pgData`; undefined means "our own", the case whenever we are not root.
 * A cluster that exists keeps its owner, so that a change of this choice never strands data.
 */
export function serverAccount(pgData: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(pgData, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const id = isMapped(unsharedId) ? unsharedId : nobodyId
  return { uid: id, gid: id }
}

/**
 * The account for initdb and single-user mode, which look their user up by name: one that has a line in /etc/passwd.
 * The files are handed to the server's account afterwards.
 */
export function setupAccount(server: Account | undefined): Account | undefined {
  if (!server) return undefined
  const named = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([, , uid, gid]) => ({ uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0)
  return named.find((account) => account.uid === server.uid) ?? named.find((account) => account.uid === nobodyId) ?? named[0] ?? server
}

/** Hands a directory and all in it to an account; links are changed themselves, never what they point to. */
export function handOver(path: string, { uid, gid }: Account): void {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) lchownSync(join(entry.parentPath, entry.name), uid, gid)
  lchownSync(path, uid, gid)
}

/** In a container's user namespace only some ids exist. */
function isMapped(id: number): boolean {
  const lines = readFileSync('/proc/self/uid_map', 'utf8').trim().split('\n')
  return lines.some((line) => {
    const [first = 0, , count = 0] = line.trim().split(/\s+/).map(Number)
    return id >= first && id < first + count
  })
}
