import { messages, useT } from '../../../../web/shell/i18n.ts'
import type { WordPiece } from '../../views.ts'

const words = messages({
  added: { vi: '[thêm: ', en: '[added: ' },
  removed: { vi: '[bỏ: ', en: '[removed: ' },
  end: { vi: ']', en: ']' },
})

/** Words of two versions in one line of reading: added ones underlined, removed ones struck through, and both said to a screen reader. */
export const WordPieces = ({ pieces }: { pieces: WordPiece[] }) => {
  const t = useT(words)
  const placed: { at: number; piece: WordPiece }[] = []
  let at = 0
  for (const piece of pieces) {
    placed.push({ at, piece })
    at += piece.text.length + 1
  }
  return (
    <>
      {placed.map(({ at: key, piece }) => {
        if (piece.kind === 'same') return <span key={key}>{piece.text}</span>
        const Mark = piece.kind === 'added' ? 'ins' : 'del'
        return (
          <Mark key={key} className="ag-word">
            <span className="sr-only">{t(piece.kind)}</span>
            {piece.text}
            <span className="sr-only">{t('end')}</span>
          </Mark>
        )
      })}
    </>
  )
}
