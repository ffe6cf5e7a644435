import { foldName } from './fold-name.ts'

/** Short forms that are read only in capitals, because in small letters they are words (`Cát Hải` is no `CAT`). */
const inCapitals: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\d])CATP(?![\p{L}\d])/gu, 'Công an thành phố'],
  [/(?<![\p{L}\d])CAT(?![\p{L}\d])/gu, 'Công an tỉnh'],
  [/(?<![\p{L}\d])CAX(?![\p{L}\d])/gu, 'Công an xã'],
  // Not in `XÃ CA THÀNH` or `XÃ BÌNH CA`, where it is part of a place's name.
  [/(?<![\p{L}\d])(?<!(?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Tt]rấn|TRẤN) )CA(?= )/gu, 'Công an'],
  [/(?<![\p{L}\d])T[Pp]\.?(?![\p{L}\d])/gu, 'thành phố '],
  [/(?<![\p{L}\d])T[Xx]\.?(?![\p{L}\d])/gu, 'thị xã '],
  [/(?<![\p{L}\d])TT\.\s?(?=\p{Lu})/gu, 'thị trấn '],
  [/(?<![\p{L}\d])P\.\s?(?=[\p{Lu}\d])/gu, 'phường '],
  [/(?<![\p{L}\d])X\.\s?(?=\p{Lu})/gu, 'xã '],
  [/(?<![\p{L}\d])H\.\s?(?=\p{Lu})/gu, 'huyện '],
  [/(?<![\p{L}\d])Q\.\s?(?=[\p{Lu}\d])/gu, 'quận '],
]

/** Short forms in the folded text, where `&`, `-` and `va` are one space or gone; the longer come first. */
const anywhere: readonly (readonly [RegExp, string])[] = (
  [
    ['vh tt dl|vhtt dl|vhttdl', 'van hoa the thao du lich'],
    ['vh tt|vhtt', 'van hoa the thao'],
    ['cntt tt', 'cong nghe thong tin truyen thong'],
    ['cntt', 'cong nghe thong tin'],
    ['kh cn|khcn', 'khoa hoc cong nghe'],
    ['kh dt|khdt', 'ke hoach dau tu'],
    ['tt tt|tttt', 'thong tin truyen thong'],
    ['gd dt|gddt', 'giao duc dao tao'],
    ['nn ptnt|nnptnt', 'nong nghiep phat trien nong thon'],
    ['nn mt|nnmt', 'nong nghiep moi truong'],
    ['tn mt|tnmt', 'tai nguyen moi truong'],
    ['gtvt', 'giao thong van tai'],
    ['ld tb xh|ldtb xh|ldtbxh', 'lao dong thuong binh xa hoi'],
    ['dt tg|dttg', 'dan toc ton giao'],
    ['qhkt|qh kt', 'quy hoach kien truc'],
    ['pt th|ptth', 'phat thanh truyen hinh'],
    ['qltt', 'quan ly thi truong'],
    ['bchqs|bch quan su|bch qs', 'bo chi huy quan su'],
    ['chqs', 'chi huy quan su'],
    ['bdbp', 'bo doi bien phong'],
    ['ubmttqvn', 'uy ban mat tran to quoc viet nam'],
    ['ubmttq', 'uy ban mat tran to quoc'],
    ['mttqvn', 'mat tran to quoc viet nam'],
    ['mttq', 'mat tran to quoc'],
    ['ubnd', 'uy ban nhan dan'],
    ['hdnd', 'hoi dong nhan dan'],
    ['ubkt', 'uy ban kiem tra'],
    ['dbqh', 'dai bieu quoc hoi'],
    ['vpcp', 'van phong chinh phu'],
    ['vp', 'van phong'],
    ['bql', 'ban quan ly'],
    ['kkt', 'khu kinh te'],
    ['kcn', 'khu cong nghiep'],
    ['htx', 'hop tac xa'],
    ['lhpn', 'lien hiep phu nu'],
    ['ccb', 'cuu chien binh'],
    ['ldld', 'lien doan lao dong'],
    ['tncs', 'thanh nien cong san'],
    ['tand', 'toa an nhan dan'],
    ['vksnd', 'vien kiem sat nhan dan'],
    ['ksnd', 'kiem sat nhan dan'],
    ['ttdt', 'thong tin dien tu'],
    ['tphcm', 'thanh pho ho chi minh'],
    ['hcm', 'ho chi minh'],
    ['bhxh', 'bao hiem xa hoi'],
    ['nhnn', 'ngan hang nha nuoc'],
    ['attt', 'an toan thong tin'],
    ['anm', 'an ninh mang'],
    ['pctp', 'phong chong toi pham'],
    ['cnc', 'cong nghe cao'],
    ['tw', 'trung uong'],
  ] as const
).map(([forms, full]) => [new RegExp(`(?<= )(?:${forms})(?= )`, 'g'), full])

export type ReadName = {
  /** Folded, short forms written out, the word `và` left out: what names are compared by. */
  readonly text: string
  /** Whether a short form was written out. */
  readonly abbreviated: boolean
}

/** Reads a name for comparison: `Sở KH&CN` and `Sở Khoa học và Công nghệ` give the same text. */
export function readName(written: string): ReadName {
  const spelled = inCapitals.reduce((text, [pattern, full]) => text.replace(pattern, full), written.normalize('NFC'))
  const folded = ` ${foldName(spelled)} `.replace(/ va(?= )/g, '')
  const text = anywhere.reduce((result, [pattern, full]) => result.replace(pattern, full), folded).trim()
  return { text, abbreviated: spelled !== written.normalize('NFC') || text !== folded.trim() }
}
