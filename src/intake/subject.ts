import type { Field } from './draft.ts'
import { typeOfTitle } from './document-numbers.ts'
import { missing, sure } from './field.ts'
import { readMarker } from './markers.ts'
import type { Block, SourceText } from './source-text.ts'

const isCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()

/** "CHỈ THỊ / CỦA BAN THƯỜNG VỤ / về …": whose it is, not what it is about. */
const WHOSE = /^CỦA\s[\p{Lu}\s]{4,60}?\s(?=về\s)/iu

/** The abstract (trích yếu): the lines under the title, or the "V/v" line of a công văn. */
export function readSubject(source: SourceText, titleAt: number): Field<string | null> {
  const brief = source.blocks.slice(0, 40).find((block) => /^V\/v\s*[:.]?\s*\S/iu.test(block.text))
  const title = source.blocks[titleAt]
  const lines: Block[] = []
  if (title && typeOfTitle(title.text)) {
    for (const block of source.blocks.slice(titleAt + 1, titleAt + 6)) {
      const startsBody =
        /^(?:Căn cứ|Thực hiện|Theo |Để |Trong |Ngày|Kính gửi|Nhằm|Xét)/u.test(block.text) ||
        readMarker(block.text) !== null ||
        block.text.length > 420 ||
        block.text.startsWith('(')
      if (
        block.cell ||
        startsBody ||
        (lines.length > 0 &&
          (!isCapitals(block.text) || /^(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|HỘI ĐỒNG NHÂN DÂN|ỦY BAN NHÂN DÂN)\s/u.test(block.text)))
      )
        break
      lines.push(block)
    }
  }
  const first = lines[0]
  if (first)
    return sure(
      lines
        .map((line) => line.text)
        .join(' ')
        .replace(WHOSE, ''),
      { start: first.start, end: (lines.at(-1) as Block).end },
      0.9,
    )
  if (brief) return sure(brief.text.replace(/^V\/v\s*[:.]?\s*/iu, ''), { start: brief.start, end: brief.end }, 0.9)
  return missing('Không thấy trích yếu', 'No abstract found')
}
