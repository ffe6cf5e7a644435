import { parse, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'nav',
  'aside',
  'form',
  'button',
  'select',
  'svg',
  'iframe',
  'template',
  'head',
  'object',
  'video',
  'audio',
  'canvas',
  'textarea',
])
const BLOCKS = new Set(
  'p div section article main header footer h1 h2 h3 h4 h5 h6 ul ol dl dt dd blockquote pre figure figcaption address center table tbody thead tr fieldset hr'.split(
    ' ',
  ),
)
const DEEPEST = 400

/** The text of an HTML page: blocks parted by blank lines, tables in the pipe form, no scripts, styles or navigation. */
export function readHtml(html: string): string {
  const out: string[] = ['']
  const write = (text: string) => {
    out[out.length - 1] += text
  }
  const breakLine = () => {
    if (out.at(-1) !== '') out.push('')
  }
  const breakBlock = () => {
    breakLine()
    if (out.length > 1 && out.at(-2) !== '') out.push('')
  }
  const mark = (text: string) => {
    breakLine()
    write(text)
    out.push('')
  }
  let tables = 0
  let column = 0
  let spare = MOST_EMPTY_CELLS
  /** How many more rows a cell from above reaches down, by column. */
  let below: number[] = []
  /** Leaves an empty cell where one from above reaches down, so that every cell keeps its column. */
  const openCells = () => {
    for (; (below[column] ?? 0) > 0 && spare > 0; column++, spare--) {
      below[column] = (below[column] ?? 0) - 1
      mark('|')
    }
  }
  const visit = (node: Node, depth: number): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      write(node.value.replace(/\s+/g, ' '))
      return
    }
    if (depth > DEEPEST) {
      write(flatText(node))
      return
    }
    if (!('childNodes' in node)) return
    const name = node.nodeName
    if (DROPPED.has(name) || (isElement(node) && isHidden(node))) return
    const children = () => {
      for (const child of node.childNodes) visit(child, depth + 1)
    }
    if (name === 'br') out.push('')
    else if (name === 'table') {
      if (tables++ === 0) below = []
      breakBlock()
      children()
      tables--
      if (tables === 0) mark('|=')
      breakBlock()
    } else if (name === 'tr' && tables === 1) {
      mark('|-')
      column = 0
      children()
      openCells()
    } else if ((name === 'td' || name === 'th') && tables === 1) {
      openCells()
      const width = spanOf(node, 'colspan')
      const height = spanOf(node, 'rowspan')
      mark('|')
      children()
      breakLine()
      for (let extra = 0; extra < width; extra++) {
        if (extra > 0 && spare-- > 0) mark('|')
        below[column++] = height - 1
      }
    } else if (name === 'li') {
      breakBlock()
      write('- ')
      children()
      breakBlock()
    } else if (BLOCKS.has(name)) {
      breakBlock()
      children()
      breakBlock()
    } else children()
  }
  visit(parse(html), 0)
  return out.map((line) => line.trim()).join('\n')
}

/** The text below a node too deep to recurse into: crafted nesting must lose no words and overflow no stack. */
function flatText(node: Node): string {
  const words: string[] = []
  const waiting: Node[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.nodeName === '#text' && 'value' in next) words.push(next.value)
    else if ('childNodes' in next && !DROPPED.has(next.nodeName)) waiting.push(...next.childNodes.toReversed())
  }
  return words.join(' ').replace(/\s+/g, ' ')
}

const WIDEST_SPAN = 40
/** Empty cells written for merged ones; a page with more is crafted. */
const MOST_EMPTY_CELLS = 20_000

/** The rows or columns a cell takes: at least one, and no more than a page could hold. */
function spanOf(node: Node, name: 'colspan' | 'rowspan'): number {
  const value = isElement(node) ? Number(node.attrs.find((attribute) => attribute.name === name)?.value ?? 1) : 1
  return Number.isInteger(value) && value > 0 ? Math.min(value, WIDEST_SPAN) : 1
}

const isElement = (node: Node): node is Element => 'attrs' in node

function isHidden(element: Element): boolean {
  return element.attrs.some(
    (attribute) =>
      attribute.name === 'hidden' ||
      (attribute.name === 'style' && /display\s*:\s*none/i.test(attribute.value)) ||
      (attribute.name === 'role' && attribute.value === 'navigation'),
  )
}
