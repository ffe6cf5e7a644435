/** Work that is done over and over beside requests. `stop` waits for the run that is under way. */
export type Sweeping = { stop: () => Promise<void> }

/**
 * Does work now and again every so many milliseconds, one run at a time. A run that fails, the database being away for a moment, leaves what it had to the
 * next one. A long run asks `stopped` whether to go on.
 */
export const sweeping = (everyMs: number, work: (stopped: () => boolean) => Promise<void>): Sweeping => {
  let running: Promise<void> | null = null
  let stopped = false
  const sweep = () => {
    running ??= work(() => stopped)
      .catch(() => {})
      .then(() => {
        running = null
      })
  }
  const timer = setInterval(sweep, everyMs)
  sweep()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
