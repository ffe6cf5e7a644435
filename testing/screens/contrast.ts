/** Words and what they stand on, as tokens: every text colour on the grounds that the screens use it on. */
const GROUNDS = ['--surface', '--bg', '--sunken']
export const TEXT_PAIRS: [text: string, ground: string][] = [
  ...['--text', '--text-2', '--text-3', '--ink', '--seal', '--amber', '--green', '--teal'].flatMap((text) =>
    GROUNDS.map((ground): [string, string] => [text, ground]),
  ),
  ...['ink', 'seal', 'amber', 'green', 'teal'].map((tone): [string, string] => [`--${tone}`, `--${tone}-bg`]),
  ['--text-2', '--slate-bg'],
  ['--text-disabled', '--surface'],
  ['--on-primary', '--primary'],
  ['--on-primary', '--bar'],
  ['--bar-dim', '--bar'],
  ['--bar-dim', '--bar-2'],
]

/** Contrast of two colours '#rrggbb' or '#rgb' by WCAG 2.2, from 1 to 21. Throws for any other form. */
export const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const luminance = (colour: string): number => {
  const whole = /^#...$/.test(colour) ? colour.replaceAll(/[^#]/g, '$&$&') : colour
  const channels = /^#(..)(..)(..)$/.exec(whole)?.slice(1)
  if (!channels) throw new Error(`not a colour in hex digits: ${colour}`)
  const [r, g, b] = channels.map((hex) => {
    const share = Number.parseInt(hex, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
