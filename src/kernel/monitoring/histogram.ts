/** Upper bounds in seconds, from a page read warm to a directive to every commune. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const

/** Label values as the text format has them; they come from code, never from a request. */
export const labels = (given: Record<string, string>): string =>
  Object.entries(given)
    .map(([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`)
    .join(',')

/** `counts`: how many fell between each bound and the one below it. */
type Series = { labels: string; counts: number[]; sum: number; n: number }

/** Durations by labels, as a Prometheus histogram. The names of the labels are the same, in one order, each time. */
export class Histogram {
  readonly #series = new Map<string, Series>()
  readonly #name: string
  readonly #help: string

  constructor(name: string, help: string) {
    this.#name = name
    this.#help = help
  }

  observe(given: Record<string, string>, seconds: number): void {
    const key = keyOf(given)
    let series = this.#series.get(key)
    if (!series) {
      series = { labels: labels(given), counts: BOUNDS.map(() => 0), sum: 0, n: 0 }
      this.#series.set(key, series)
    }
    const within = BOUNDS.findIndex((bound) => seconds <= bound)
    if (within >= 0) series.counts[within] = (series.counts[within] ?? 0) + 1
    series.sum += seconds
    series.n += 1
  }

  text(): string {
    const lines = [`# HELP ${this.#name} ${this.#help}`, `# TYPE ${this.#name} histogram`]
    for (const { labels: key, counts, sum, n } of this.#series.values()) {
      let below = 0
      BOUNDS.forEach((bound, i) => lines.push(`${this.#name}_bucket{${key},le="${bound}"} ${(below += counts[i] ?? 0)}`))
      lines.push(`${this.#name}_bucket{${key},le="+Inf"} ${n}`, `${this.#name}_sum{${key}} ${sum}`, `${this.#name}_count{${key}} ${n}`)
    }
    return lines.join('\n')
  }
}

/** Told once for each request, so it is cheaper than labels(). No value holds a line's end unless code writes one there. */
const keyOf = (given: Record<string, string>): string => {
  let key = ''
  for (const name in given) key += `${given[name]}\n`
  return key
}
