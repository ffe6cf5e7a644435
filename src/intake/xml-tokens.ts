/** An opening or closing tag, or the text between tags. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: Record<string, string>; selfClosing: boolean }
  | { kind: 'close'; name: string; selfClosing: false }
  | { kind: 'text'; text: string }

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The tags and texts of an XML part in order, in one pass. No entity is declared or expanded but the five of XML and
 * character references, so a crafted part cannot grow.
 */
export function* readXmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open < 0) break
    if (open > at) yield { kind: 'text', text: decode(xml.slice(at, open)) }
    if (xml.startsWith('<!--', open)) {
      at = after(xml, '-->', open)
      continue
    }
    if (xml.startsWith('<![CDATA[', open)) {
      at = after(xml, ']]>', open)
      yield { kind: 'text', text: xml.slice(open + 9, Math.max(open + 9, at - 3)) }
      continue
    }
    const close = xml.indexOf('>', open)
    if (close < 0) break
    at = close + 1
    const mark = xml[open + 1]
    if (mark === '?' || mark === '!') continue
    if (mark === '/') {
      yield { kind: 'close', name: xml.slice(open + 2, close).trim(), selfClosing: false }
      continue
    }
    const selfClosing = xml[close - 1] === '/'
    const tag = xml.slice(open + 1, selfClosing ? close - 1 : close)
    const space = tag.search(/\s/)
    const name = space < 0 ? tag : tag.slice(0, space)
    yield { kind: 'open', name, attributes: space < 0 ? {} : attributesOf(tag.slice(space)), selfClosing }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found < 0 ? xml.length : found + mark.length
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.slice(0, 2_000).matchAll(ATTRIBUTE), (match) => [match[1] ?? '', decode(match[2] ?? match[3] ?? '')]),
  )
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name) return NAMED[name] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
