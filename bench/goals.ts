import type { Figure } from './bench.ts'

/** A kept run, as far as it is compared. */
export type Run = { cases: number; figures: Figure[] }
type Goal = { goal: string; figure: string; met: 'yes' | 'no' | 'not asked' }

const worst = (figures: Figure[], valueOf: (figure: Figure) => number | null | undefined): { name: string; value: number } | null =>
  figures
    .map((figure) => ({ name: figure.name, value: valueOf(figure) }))
    .filter((one): one is { name: string; value: number } => typeof one.value === 'number')
    .reduce<{ name: string; value: number } | null>((most, one) => (most && most.value >= one.value ? most : one), null)

const p95 = ({ latency }: Figure) => latency?.p95
/** Ratios are the worse the smaller they are. */
const lowRatio = ({ ratio }: Figure) => (ratio === null ? null : -ratio)
const short = (n: number) => (n >= 100 ? Math.round(n) : Math.round(n * 100) / 100)

/** Pages that grow with the number of cases where somebody was careless. */
export const isPage = ({ name }: Pick<Figure, 'name'>): boolean =>
  /^(list|desk|search) /.test(`${name.replace(',', '')} `) && !name.includes('packed')

/** How many times as long each page takes beside a run of fewer cases, by p95; the longest first. */
export const timesOf = (fewer: Run, more: Run): { name: string; fewer: number; more: number; times: number }[] =>
  more.figures
    .filter(isPage)
    .flatMap((figure) => {
      const [before, now] = [fewer.figures.find((one) => one.name === figure.name)?.latency?.p95, figure.latency?.p95]
      return before && now ? [{ name: figure.name, fewer: before, more: now, times: now / before }] : []
    })
    .sort((a, b) => b.times - a.times)

/** The goals of speed beside what a run measured, the worst figure of each; `reference` is a run of 10,000 cases. */
export const goalsOf = ({ cases, figures }: Run, reference: Run | null): Goal[] => {
  const under = (goal: string, of: Figure[], most: number, valueOf: (figure: Figure) => number | null | undefined, unit: string): Goal => {
    const found = worst(of, valueOf)
    if (!found) return { goal, figure: '-', met: 'not asked' }
    return { goal, figure: `${short(Math.abs(found.value))} ${unit} (${found.name})`, met: found.value <= most ? 'yes' : 'no' }
  }
  const named = (test: RegExp) => figures.filter(({ name }) => test.test(name))
  const value = (figure: Figure) => figure.value
  const times = reference ? timesOf(reference, { cases, figures }) : []
  const most = times[0]
  return [
    under('commands ≥ 50 % of bare', named(/^(create a directive|report on a fulfilment)$/), -0.5, lowRatio, 'of bare'),
    under('reads by id ≥ 50 % of bare', named(/^read a case/), -0.5, lowRatio, 'of bare'),
    under(`lists p95 ≤ 15 ms, at ${cases} cases`, named(/^list /), 15, p95, 'ms'),
    under(`desk p95 ≤ 15 ms, at ${cases} cases`, named(/^desk/), 15, p95, 'ms'),
    under(`search p95 ≤ 15 ms, at ${cases} cases`, named(/^search /), 15, p95, 'ms'),
    {
      goal: 'lists, desk, search ≤ 3 × their time at 10,000',
      figure: most ? `${short(most.times)} × (${most.name}); ${times.filter((one) => one.times > 3).length} of ${times.length} above` : '-',
      met: most ? (most.times <= 3 ? 'yes' : 'no') : 'not asked',
    },
    under('results complete and newest-first', named(/^pages not complete/), 0, value, 'pages'),
    under("a change on another's screen p95 ≤ 250 ms, 2,000 listeners", named(/^change on another/), 250, value, 'ms'),
    under('issue to 3,321 communes ≤ 1 s', named(/^issue to/), 1000, value, 'ms'),
    under("nobody else's p95 doubled meanwhile", named(/^others' p95/), 2, ({ ratio }) => ratio, 'times'),
    under(`start ≤ 5 s, at ${cases} cases`, named(/^start$/), 5000, value, 'ms'),
    under('rebuild ≥ 20,000 events per second', named(/^rebuild/), -20_000, (figure) => -figure.value, 'events/s'),
    under('nothing lost or doubled, one of two processes killed', named(/^results lost/), 0, value, 'results'),
  ]
}
