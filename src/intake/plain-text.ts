import { IntakeError } from './intake-error.ts'

/** Letters that Vietnamese in old 8-bit fonts leaves behind when its bytes are taken for Unicode or Latin 1. */
const MOJIBAKE = /Ã¡|Ã |áº|á»|Æ°|Ä‘|ð|Ð|Ñ|µ|¸|¶|·|¹|¨|¾|¼|½|Æ|©|Ç|Ë|Î|Ï|®|¬|ñ|ö|û|ë|ï|å|ä|ø|ü|ÿ/gu
/** Share of such letters among all letters above which the text cannot be Vietnamese in Unicode. */
const MOST_MOJIBAKE = 0.04

/**
 * The text of a plain file: UTF-8 or, with a mark at its start, UTF-16. Throws IntakeError `wrong-encoding` for bytes of
 * TCVN3, VNI, Windows-1258 and for text that was decoded wrongly before.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeBytes(bytes)
  if (text.includes('\0')) throw new IntakeError('wrong-encoding')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const strange = text.match(MOJIBAKE)?.length ?? 0
  if (letters > 20 && strange / letters > MOST_MOJIBAKE && !/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(text.normalize('NFC')))
    throw new IntakeError('wrong-encoding')
  if (strange > 40 && /(?:Ã.|áº|á»|Æ°).{0,40}(?:Ã.|áº|á»|Æ°)/u.test(text)) throw new IntakeError('wrong-encoding')
  return text
}

function decodeBytes(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new IntakeError('wrong-encoding', cause)
  }
}
