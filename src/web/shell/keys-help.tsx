import { KeyHint } from '../ui/key-hint.tsx'
import { letterKeys } from '../ui/use-keys.ts'
import { Dialog } from './dialog.tsx'
import { messages, useT, useText, type Text } from './i18n.ts'
import { shellWords } from './messages.ts'
import { navigation } from './navigation.ts'

const words = messages({
  title: { vi: 'Phím tắt', en: 'Keys' },
  anywhere: { vi: 'Ở mọi trang', en: 'Anywhere' },
  lists: { vi: 'Trong danh sách', en: 'In lists' },
  palette: { vi: 'tìm và làm', en: 'find and do' },
  help: { vi: 'mọi phím tắt', en: 'all keys' },
  undo: { vi: 'hoàn tác, khi dòng báo còn hiện', en: 'undo, while the note shows' },
  back: { vi: 'đóng, quay lại', en: 'close, go back' },
  move: { vi: 'chọn dòng', en: 'choose a row' },
  act: { vi: 'làm việc của dòng', en: "do the row's act" },
  open: { vi: 'mở hồ sơ', en: 'open the case' },
  pick: { vi: 'đánh dấu để làm cùng lúc', en: 'mark, to do several together' },
  filter: { vi: 'lọc', en: 'filter' },
  letters: {
    vi: 'Dùng phím chữ đơn (J, K, O, G…). Không tác động khi đang gõ tiếng Việt trong ô.',
    en: 'Use single letters (J, K, O, G…). They never act while you type in a field.',
  },
  go: { vi: 'đến {place}', en: 'go to {place}' },
})

const Line = ({ keys, children }: { keys: string[]; children: string }) => (
  <>
    <dt>
      {keys.map((key) => (
        <KeyHint key={key}>{key}</KeyHint>
      ))}
    </dt>
    <dd>{children}</dd>
  </>
)

/** All keys, and the switch for single letters. */
export default function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useT(words)
  const text = useText()
  const letters = letterKeys.use()
  const go = (place: Text) => t('go', { place: text(place).toLowerCase() })
  return (
    <Dialog label={t('title')} onClose={onClose}>
      <div className="keys-help">
        <h2>{t('title')}</h2>
        <h3>{t('anywhere')}</h3>
        <dl>
          <Line keys={['Ctrl', 'K']}>{t('palette')}</Line>
          <Line keys={['?']}>{t('help')}</Line>
          {navigation.map((item) =>
            item.letter ? (
              <Line key={item.to} keys={['G', item.letter.toUpperCase()]}>
                {go(item.text)}
              </Line>
            ) : null,
          )}
          <Line keys={['G', 'N']}>{go(shellWords.notifications)}</Line>
          <Line keys={['Z']}>{t('undo')}</Line>
          <Line keys={['Esc']}>{t('back')}</Line>
        </dl>
        <h3>{t('lists')}</h3>
        <dl>
          <Line keys={['↑', '↓', 'J', 'K']}>{t('move')}</Line>
          <Line keys={['Enter']}>{t('act')}</Line>
          <Line keys={['O']}>{t('open')}</Line>
          <Line keys={['X']}>{t('pick')}</Line>
          <Line keys={['/']}>{t('filter')}</Line>
        </dl>
        <label>
          <input type="checkbox" checked={letters === 'on'} onChange={(event) => letterKeys.set(event.target.checked ? 'on' : 'off')} />
          {t('letters')}
        </label>
      </div>
    </Dialog>
  )
}
