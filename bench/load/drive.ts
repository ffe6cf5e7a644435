export type Timing = { count: number; perSecond: number; p50: number; p95: number; p99: number; concurrency: number }

const at = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const timingOf = (times: number[], seconds: number, concurrency: number): Timing => {
  const sorted = Float64Array.from(times).sort()
  return {
    count: times.length,
    perSecond: times.length / seconds,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
    concurrency,
  }
}

/** `lanes` workers ask again and again for so many seconds; each lane waits for its answer. Times in milliseconds. */
export const drive = async (lanes: number, seconds: number, ask: (lane: number, n: number) => Promise<unknown>): Promise<Timing> => {
  const times: number[] = []
  const begun = performance.now()
  const until = begun + seconds * 1000
  let n = 0
  const lane = async (index: number): Promise<void> => {
    while (performance.now() < until) {
      const from = performance.now()
      await ask(index, n++)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  return timingOf(times, (performance.now() - begun) / 1000, lanes)
}
