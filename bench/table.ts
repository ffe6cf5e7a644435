import type { Figure } from './bench.ts'

const cell = (n: number | null | undefined): string => {
  if (typeof n !== 'number' || Number.isNaN(n)) return ''
  return n >= 100 ? String(Math.round(n)) : String(Math.round(n * 100) / 100)
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0)

/** Rows of cells as a table in Markdown. */
export const table = (head: string[], rows: string[][]): string =>
  [head, head.map((_, i) => (i ? '--:' : '---')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** All figures with what each took and cost. Times and processor in milliseconds, the log of PostgreSQL in bytes. */
export const figuresTable = (figures: Figure[]): string =>
  table(
    [
      '',
      'p50',
      'p95',
      'p99',
      'a second',
      'bare',
      'ratio',
      'server',
      'PostgreSQL',
      'client',
      'bare PostgreSQL',
      'bare client',
      'rows',
      'log',
    ],
    figures.map((one) => [
      one.name,
      cell(one.latency?.p50),
      one.latency ? cell(one.latency.p95) : `${cell(one.value)} ${one.unit}`,
      cell(one.latency?.p99),
      cell((one.best ?? one.latency)?.perSecond),
      cell(one.bare?.perSecond),
      cell(one.ratio),
      cell(one.cost?.server),
      cell(one.cost?.postgres),
      cell(one.cost?.client),
      cell(one.bareCost?.postgres),
      cell(one.bareCost?.client),
      one.rows ? `${cell(sum(one.rows.product))} (bare ${cell(sum(one.rows.bare))})` : '',
      cell(one.cost?.walBytes || null),
    ]),
  )
