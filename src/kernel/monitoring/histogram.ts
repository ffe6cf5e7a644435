/** Upper bounds in seconds, from a page read warm to a directive to every commune. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const

/** Label values as the text format has them; they come from code, never from a request. */
export const labels = (given: Record<string, string>): string =>
  Object.entries(given)
    .map(([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`)
    .join(',')

/** Durations by labels, as a Prometheus histogram. */
export class Histogram {
  readonly #series = new Map<string, { counts: number[]; sum: number; n: number }>()
  readonly #name: string
  readonly #help: string

  constructor(name: string, help: string) {
    this.#name = name
    this.#help = help
  }

  observe(given: Record<string, string>, seconds: number): void {
    const key = labels(given)
    const series = this.#series.get(key) ?? { counts: BOUNDS.map(() => 0), sum: 0, n: 0 }
    this.#series.set(key, series)
    BOUNDS.forEach((bound, i) => {
      if (seconds <= bound) series.counts[i] = (series.counts[i] ?? 0) + 1
    })
    series.sum += seconds
    series.n += 1
  }

  text(): string {
    const lines = [`# HELP ${this.#name} ${this.#help}`, `# TYPE ${this.#name} histogram`]
    for (const [key, { counts, sum, n }] of this.#series) {
      BOUNDS.forEach((bound, i) => lines.push(`${this.#name}_bucket{${key},le="${bound}"} ${counts[i]}`))
      lines.push(`${this.#name}_bucket{${key},le="+Inf"} ${n}`, `${this.#name}_sum{${key}} ${sum}`, `${this.#name}_count{${key}} ${n}`)
    }
    return lines.join('\n')
  }
}
