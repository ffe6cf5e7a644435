/** What the markdown left on one line says about it, and the line without it. */
export interface PlainLine {
  text: string
  /** The line begins, or ends, with a bold marker. */
  startsBold: boolean
  endsBold: boolean
  /** Markers that toggle bold and italic: an odd count leaves the emphasis open for the next line. */
  boldToggles: number
  italicToggles: number
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

/**
 * Takes the markdown leftovers of a legal site off one line: emphasis stars, heading hashes, links, entities.
 * A star between spaces is no emphasis and stays.
 */
export function plainLine(line: string): PlainLine {
  let text = line
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,500}\)/g, '')
    .replace(/\[([^\]]{1,300})\]\((?:https?:|\/|#)[^)]{0,500}\)/g, '$1')
    .replace(/^#{1,6}\s+/, '')
    .replace(/\\([*_|#-])/g, '$1')
  const trimmed = text.trim()
  const startsBold = /^\*?\*\*\S/.test(trimmed)
  const endsBold = /\*\*\*?$/.test(trimmed)
  const boldToggles = text.split('**').length - 1
  text = text.replaceAll('**', '')
  // a lone star before or after a letter opens or closes italics; "* " at the start of a line is a bullet
  const bullet = /^\s*\*\s+\S/.test(text) && text.trimStart().indexOf('*', 1) < 0
  if (bullet) text = text.replace(/^\s*\*\s+/, '- ')
  const italicToggles = (text.match(/\*/g) ?? []).length
  text = text.replace(/\*/g, '').replace(/__/g, '').replace(/\s+/g, ' ').trim()
  return { text, startsBold, endsBold, boldToggles, italicToggles }
}
