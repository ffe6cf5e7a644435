import type { Block, SourceText } from './source-text.ts'

/** Stamps stand in the head of the paper; further down the words are only mentioned. */
const HEAD_BLOCKS = 30
const LEVEL = String.raw`(?:tuyệt\s*mật|tối\s*mật|mật)`
const STAMP = new RegExp(String.raw`^(?:\(?\s*(?:(?:dấu\s+|mức\s+)?độ\s+(?:bí\s+)?mật|dấu|độ)\s*[:.-]\s*)?${LEVEL}\s*\)?[.!]?$`, 'iu')

/** Whether a secrecy stamp stands in the head of the document. */
export function hasSecretStamp(source: SourceText): boolean {
  return source.blocks.slice(0, HEAD_BLOCKS).some((block) => isStamp(block))
}

function isStamp(block: Block): boolean {
  return isStampLine(block.text)
}

/** Whether one line is a secrecy stamp and nothing else. */
export function isStampLine(line: string): boolean {
  return STAMP.test(line.trim())
}
