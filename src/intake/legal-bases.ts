import type { Field } from './draft.ts'
import { findNumbers } from './document-numbers.ts'
import { sure } from './field.ts'
import type { SourceText } from './source-text.ts'

const LATEST_BLOCK = 80

/** The numbers in the "Căn cứ" lines above the body, each once, in order. */
export function readLegalBases(source: SourceText): Field<string>[] {
  const found: Field<string>[] = []
  for (const block of source.blocks.slice(0, LATEST_BLOCK)) {
    if (/^(?:Điều\s+1\s*[.:]|QUYẾT ĐỊNH\s*:|QUYẾT NGHỊ\s*:)/u.test(block.text)) break
    if (!/^[-–*\s]*Căn cứ\s/u.test(block.text) || /[:]\s*$/.test(block.text)) continue
    for (const number of findNumbers(block.text, block.start)) {
      if (!found.some((field) => field.value === number.value)) found.push(sure(number.value, { start: number.start, end: number.end }))
    }
  }
  return found
}
