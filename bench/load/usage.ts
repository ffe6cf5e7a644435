import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** The fields of /proc/<pid>/stat after the name, or null where the process or the file is not there. */
const statOf = (pid: number): string[] | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** What the threads of a process have run so far, in milliseconds, to the microsecond; NaN where the system does not tell. */
const ranMs = (pid: number): number => {
  try {
    let ns = 0
    for (const thread of readdirSync(`/proc/${pid}/task`))
      ns += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0])
    return ns / 1e6
  } catch {
    return Number.NaN
  }
}

/** CPU time of a process so far, in milliseconds; NaN where the system does not tell (not Linux). */
export const cpuOf = (pid: number): number => {
  const ran = ranMs(pid)
  if (!Number.isNaN(ran)) return ran
  const fields = statOf(pid)
  return fields ? ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND : Number.NaN
}

/** Memory of a process that lies in RAM, in bytes. */
export const memoryOf = (pid: number): number => Number(statOf(pid)?.[21] ?? Number.NaN) * 4096

/** CPU time of a PostgreSQL server with all its backends, in milliseconds. Backends that ended are not counted. */
export const cpuOfPostgres = (postmaster: number): number => {
  const sum = (pids: number[]) => pids.reduce((ms, pid) => ms + (cpuOf(pid) || 0), cpuOf(postmaster))
  try {
    return sum(readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'latin1').split(' ').filter(Boolean).map(Number))
  } catch {
    return Number.NaN
  }
}
