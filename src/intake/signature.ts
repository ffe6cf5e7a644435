import type { Field, Signer, SigningCapacity, Urgency } from './draft.ts'
import { missing, sure } from './field.ts'
import type { Block, SourceText } from './source-text.ts'

/** State form "TM.", party form "T/M" (HD 36-HD/VPTW). */
const CAPACITY = /^(T\/?M|K\/?T|T\/?L|TUQ|Q)\s*(?:\.|(?<=\/.))\s*/u
const POSITION =
  /^(?:(?:TM|KT|TL|TUQ|Q)\s*\.\s*.+|(?:T\/M|K\/T|T\/L)\s+.+|(?:PHÓ\s+|THỨ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|CHỦ NHIỆM|BỘ TRƯỞNG|TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|THỦ TƯỚNG|VIỆN TRƯỞNG|BÍ THƯ|HIỆU TRƯỞNG|TỔNG CỤC TRƯỞNG|CHỈ HUY TRƯỞNG|CHÁNH ÁN|TỔNG BIÊN TẬP|THỐNG ĐỐC)[\p{Lu}\s,-]*)$/u
const NAME =
  /^(?:(?:TS|ThS|PGS|GS|BS|Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng)\.?\s+)*\p{Lu}[\p{L}'’.]*(?:\s+\p{Lu}[\p{L}'’.]*){1,5}$/u

/** The signer: capacities and position in capitals, the person's name on its own. Looks from the end of the body on. */
export function readSigner(source: SourceText, from: number): Field<Signer | null> {
  const blocks = source.blocks
  const start = blocks.findIndex(
    (block, index) =>
      index > from &&
      block.text.length < 90 &&
      POSITION.test(block.text) &&
      !/^(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC) (?:ỦY|UỶ|BỘ|SỞ)/u.test(block.text),
  )
  if (start < 0) return missing('Không thấy người ký', 'No signer found')
  const lines: Block[] = []
  let name: Block | null = null
  for (const block of blocks.slice(start, start + 8)) {
    const sameCell = !block.cell || !blocks[start]?.cell || block.cell.column === blocks[start]?.cell?.column
    if (!sameCell) continue
    if (block.text === block.text.toUpperCase() && /\p{Lu}{2}/u.test(block.text)) {
      if (name) break
      lines.push(block)
    } else if (NAME.test(block.text)) {
      name = block
      break
    } else if (!/^[([]/.test(block.text)) break
  }
  const capacities = lines.flatMap((line) => {
    const found = CAPACITY.exec(line.text)?.[1]
    return found ? [`${found.replace('/', '')}.` as SigningCapacity] : []
  })
  const position = (lines.findLast((line) => !CAPACITY.test(line.text)) ?? lines.at(-1))?.text.replace(CAPACITY, '') ?? ''
  const first = lines[0] as Block
  return sure(
    { capacities, position, name: name?.text ?? null },
    { start: first.start, end: (name ?? (lines.at(-1) as Block)).end },
    name ? 0.9 : 0.6,
  )
}

/** The lines under "Nơi nhận:", without the file line ("Lưu: VT"). */
export function readRecipients(source: SourceText): Field<string>[] {
  const at = source.blocks.findIndex((block) => /^[-–*\s]*Nơi nhận/iu.test(block.text))
  const head = source.blocks[at]
  if (!head) return []
  const found: Field<string>[] = []
  for (const block of source.blocks.slice(at, at + 60)) {
    if (block !== head && head.cell && (!block.cell || block.cell.column !== head.cell.column || block.cell.table !== head.cell.table))
      break
    if (block !== head && !head.cell && !/^[-–+•]|^Như\s/u.test(block.text)) break
    for (const part of block.text.replace(/^[-–*\s]*Nơi nhận\s*:?/iu, '').split(/(?<=[;.])\s+-\s+/u)) {
      const name = part.replace(/^[-–+•\s]+/u, '').replace(/[\s;.,]+$/u, '')
      if (name.length < 3 || /^lưu\s*:?/iu.test(name)) continue
      const start = block.start + block.text.indexOf(name)
      found.push(sure(name, { start, end: start + name.length }))
    }
  }
  return found
}

const URGENCIES: readonly [Urgency, RegExp][] = [
  ['express', /^H(?:ỎA|OẢ)\s+T(?:ỐC)(?:\s+HẸN GIỜ)?(?!\p{L})/u],
  ['very-urgent', /^THƯỢNG\s+KHẨN(?!\p{L})/u],
  ['urgent', /^KHẨN(?!\p{L})/u],
]

/** The urgency stamp: a line of its own in the head of the document. */
export function readUrgency(source: SourceText): Field<Urgency | null> {
  for (const block of source.blocks.slice(0, 25)) {
    if (block.text.length > 30) continue
    const found = URGENCIES.find(([, form]) => form.test(block.text.replace(/^[("“\s]+/u, '')))
    if (found) return sure(found[0], { start: block.start, end: block.end })
  }
  return sure(null, null, 0.9)
}
