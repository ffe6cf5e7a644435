import { readXmlTokens } from './xml-tokens.ts'

interface Level {
  format: string
  text: string
  start: number
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const ROMAN: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/**
 * Word keeps the numbers of lists outside the text. This counts them again, paragraph by paragraph in reading order, so
 * that "1.", "a)" and "-" stand where the reader of the paper sees them.
 */
export function readNumbering(xml: string): { next: (id: string, level: number) => string } {
  const abstracts = new Map<string, Map<number, Level>>()
  const numbers = new Map<string, string>()
  let abstract = ''
  let level = -1
  let number = ''
  for (const token of readXmlTokens(xml)) {
    if (token.kind !== 'open') continue
    const value = token.attributes['w:val'] ?? ''
    const current = abstracts.get(abstract)?.get(level)
    if (token.name === 'w:abstractNum') {
      abstract = token.attributes['w:abstractNumId'] ?? ''
      abstracts.set(abstract, new Map())
      number = ''
    } else if (token.name === 'w:lvl' && !number) {
      level = Number(token.attributes['w:ilvl'] ?? 0)
      abstracts.get(abstract)?.set(level, { format: 'decimal', text: '', start: 1 })
    } else if (token.name === 'w:numFmt' && current && !number) current.format = value
    else if (token.name === 'w:lvlText' && current && !number) current.text = value
    else if (token.name === 'w:start' && current && !number) current.start = Number(value) || 1
    else if (token.name === 'w:num') number = token.attributes['w:numId'] ?? ''
    else if (token.name === 'w:abstractNumId' && number) numbers.set(number, value)
  }
  const counters = new Map<string, number[]>()
  return {
    next(id, at) {
      const levels = abstracts.get(numbers.get(id) ?? '')
      const own = levels?.get(at)
      if (!levels || !own) return ''
      if (own.format === 'bullet') return '-'
      if (own.format === 'none') return ''
      const key = numbers.get(id) ?? ''
      const counts = (counters.get(key) ?? []).slice(0, at + 1)
      for (let upper = 0; upper < at; upper++) counts[upper] ??= levels.get(upper)?.start ?? 1
      counts[at] = (counts[at] ?? own.start - 1) + 1
      counters.set(key, counts)
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const index = Number(digit) - 1
        return numeral(counts[index] ?? 1, levels.get(index)?.format ?? 'decimal')
      })
    },
  }
}

function numeral(count: number, format: string): string {
  if (format.endsWith('Letter')) {
    const letter = LETTERS[(count - 1) % LETTERS.length] ?? ''
    return format.startsWith('upper') ? letter.toUpperCase() : letter
  }
  if (!format.endsWith('Roman')) return String(count)
  let rest = Math.min(count, 39)
  let text = ''
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return format.startsWith('upper') ? text : text.toLowerCase()
}
