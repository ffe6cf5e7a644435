import type { Field } from './draft.ts'
import { doubtful, missing, sure } from './field.ts'
import { readMarker } from './markers.ts'
import type { Block, SourceText } from './source-text.ts'
import { titleCase } from './title-case.ts'

const TITLE = /^(?:QUY\s+CHẾ|QUY\s+ĐỊNH|CHƯƠNG\s+TRÌNH|KẾ\s+HOẠCH|BIÊN\s+BẢN|THỎA\s+THUẬN|THOẢ\s+THUẬN)(?=\s|$)/u
const BODY = /^(?:Căn cứ|Thực hiện|Để |Nhằm |Hôm nay|Trên cơ sở|Xét|\(|Theo |(?:Bên|BÊN|Đơn vị)\s+[A-Đ\d])/u

/** The title with the lines under it: "Quy chế phối hợp giữa … và … về …", in running capitals. */
export function readTitle(source: SourceText): Field<string | null> {
  const at = source.blocks.findIndex((block) => TITLE.test(block.text.toUpperCase()) && block.text.length < 300 && isTitle(block))
  const first = source.blocks[at]
  if (!first) return missing('Không thấy tên quy chế', 'No title found')
  const lines = [first]
  for (const block of source.blocks.slice(at + 1, at + 6)) {
    if (block.cell || BODY.test(block.text) || readMarker(block.text) || /^[-–—_*\s]+$/u.test(block.text) || block.text.length > 300) break
    lines.push(block)
  }
  const words = lines.map((line) => running(line.text)).join(' ')
  const title = words.charAt(0).toUpperCase() + words.slice(1)
  return sure(title.replace(/\s+/g, ' ').trim(), { start: first.start, end: (lines.at(-1) as Block).end }, 0.9)
}

const isTitle = (block: Block): boolean => !/[.;:]$/.test(block.text.trim())

/** A line in capitals as running text; a line after the first goes on in lower case where it does not begin with a name. */
const running = (text: string): string => {
  const plain = text.replace(/[-–—_*]{3,}/g, ' ').trim()
  const cased = plain === plain.toUpperCase() ? titleCase(plain) : plain
  return /^(?:Phối|Về|Giữa|Trong|Bảo|Đảm|Quy)(?!\p{L})/u.test(cased) ? cased.charAt(0).toLowerCase() + cased.slice(1) : cased
}

/** The headline of a report, which stands in for the title until an officer has the text itself. */
export function readHeadline(source: SourceText): Field<string | null> {
  const titled = readTitle(source)
  const first = source.blocks.find((block) => block.text.length > 15)
  if (titled.value || !first || first.text.length > 220) return titled
  const span = { start: first.start, end: first.end }
  return doubtful(first.text.trim(), span, 0.4, 'Tên lấy từ tít bài', 'The title is taken from the headline')
}
