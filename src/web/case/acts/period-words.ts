import { say } from '../../shell/i18n.ts'

/** A period's key in words: 2026-11 → tháng 11/2026, 2026-Q4 → quý IV/2026, 2026-H2 → 6 tháng cuối năm 2026, 2026 → năm 2026. */
export const periodWords = (key: string): string => {
  const [year = '', part] = key.split('-')
  if (!part) return say({ vi: `năm ${year}`, en: `year ${year}` })
  if (part.startsWith('H')) {
    return part === 'H1'
      ? say({ vi: `6 tháng đầu năm ${year}`, en: `first half of ${year}` })
      : say({ vi: `6 tháng cuối năm ${year}`, en: `second half of ${year}` })
  }
  if (part.startsWith('Q'))
    return say({ vi: `quý ${['I', 'II', 'III', 'IV'][Number(part[1]) - 1] ?? part}/${year}`, en: `quarter ${part[1]} of ${year}` })
  return say({ vi: `tháng ${Number(part)}/${year}`, en: `${part}/${year}` })
}
