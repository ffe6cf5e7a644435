import { messages, useT } from '../../../../web/shell/i18n.ts'
import { KeyHint } from '../../../../web/ui/key-hint.tsx'

const words = messages({
  label: { vi: 'Phím tắt', en: 'Keys' },
  move: { vi: 'việc sau, trước', en: 'next, previous' },
  confirm: { vi: 'xác nhận', en: 'confirm' },
  edit: { vi: 'sửa', en: 'change' },
  split: { vi: 'tách', en: 'split' },
  merge: { vi: 'gộp', en: 'merge' },
  remove: { vi: 'không phải nhiệm vụ', en: 'not a task' },
  undo: { vi: 'hoàn tác', en: 'undo' },
  all: { vi: 'mọi phím tắt', en: 'all keys' },
})

const KEYS: [string[], Exclude<keyof typeof words, 'label' | 'all'>][] = [
  [['J', 'K'], 'move'],
  [['Enter'], 'confirm'],
  [['E'], 'edit'],
  [['T'], 'split'],
  [['G'], 'merge'],
  [['X'], 'remove'],
  [['Z'], 'undo'],
]

/** The keys of the screen, always in sight. */
export const KeyStrip = () => {
  const t = useT(words)
  return (
    <footer className="key-strip" aria-label={t('label')}>
      {KEYS.map(([keys, word]) => (
        <span key={word} className="key-strip-item">
          {keys.map((key) => (
            <KeyHint key={key}>{key}</KeyHint>
          ))}
          {t(word)}
        </span>
      ))}
      <span className="key-strip-item key-strip-all">
        <KeyHint>?</KeyHint>
        {t('all')}
      </span>
    </footer>
  )
}
