import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

type Stat = { ppid: number; cpuMs: number; rssBytes: number }

const statOf = (pid: number): Stat | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return {
      ppid: Number(fields[1]),
      cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND,
      rssBytes: Number(fields[21]) * 4096,
    }
  } catch {
    return null
  }
}

/** CPU time of a process so far, in milliseconds; NaN where the system does not tell (not Linux). */
export const cpuOf = (pid: number): number => statOf(pid)?.cpuMs ?? Number.NaN

export const memoryOf = (pid: number): number => statOf(pid)?.rssBytes ?? Number.NaN

/** CPU time of a PostgreSQL server with all its backends, in milliseconds. Backends that ended are not counted. */
export const cpuOfPostgres = (postmaster: number): number => {
  try {
    let sum = cpuOf(postmaster)
    for (const name of readdirSync('/proc')) {
      const pid = Number(name)
      if (!pid) continue
      const stat = statOf(pid)
      if (stat?.ppid === postmaster) sum += stat.cpuMs
    }
    return sum
  } catch {
    return Number.NaN
  }
}
