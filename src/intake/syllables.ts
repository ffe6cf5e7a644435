const INITIALS = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|'.split('|')
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uât uây uâng uê uêch uênh uy uya uych uyên uyêt uynh uyt uyu uơ uôc uôi uôm uôn uông uôt
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu`.split(/\s+/),
)
/** Rimes that stand only behind "qu". */
const AFTER_QU = new Set(['ynh', 'yt', 'ych', 'yên', 'yêt', 'y'])
const FRONT = /^[eêiy]/u
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** Whether `word` can be one Vietnamese syllable by its letters and tone, whatever its case. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD')
  const tones = parts.match(TONES) ?? []
  if (tones.length > 1) return false
  const plain = parts.replace(TONES, '').normalize('NFC')
  const sharp = tones[0] === '\u0301' || tones[0] === '\u0323'
  return INITIALS.some((initial) => {
    if (!plain.startsWith(initial)) return false
    const rime = plain.slice(initial.length)
    if (!RIMES.has(rime) && !(initial === 'qu' && AFTER_QU.has(rime))) return false
    if (['k', 'gh', 'ngh'].includes(initial) !== FRONT.test(rime) && ['k', 'gh', 'ngh', 'c', 'ng'].includes(initial)) return false
    if (initial === 'g' && /^[eê]/u.test(rime)) return false
    // a syllable that is stopped short has one of two tones
    return sharp || !/(?:c|ch|p|t)$/u.test(rime)
  })
}
