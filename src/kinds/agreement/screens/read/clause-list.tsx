import { useEffect, useRef } from 'react'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { Sign } from '../../../../web/ui/sign.tsx'
import { clauseLabel, type PlacedClause } from '../model.ts'

const words = messages({
  list: { vi: 'Các điều khoản', en: 'Clauses' },
  read: { vi: 'đã đọc', en: 'read' },
  end: { vi: 'Xác nhận', en: 'Confirm' },
})

/** All clauses, what was read of them, and the way to any. */
export const ClauseList = ({
  clauses,
  at,
  isRead,
  onChoose,
}: {
  clauses: PlacedClause[]
  at: number
  isRead: (id: string) => boolean
  onChoose: (at: number) => void
}) => {
  const t = useT(words)
  const text = useText()
  const box = useRef<HTMLElement>(null)
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another clause, another place to bring into view
  useEffect(() => box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), [at])
  return (
    <nav className="agr-list" aria-label={t('list')} ref={box}>
      <ol>
        {clauses.map((placed, index) => {
          const read = isRead(placed.clause.id)
          return (
            <li key={placed.clause.id}>
              <button
                type="button"
                className="plain-button"
                aria-current={index === at ? 'step' : undefined}
                onClick={() => onChoose(index)}
              >
                <Sign name={read ? 'tick' : 'ring'} className={read ? 'green' : ''} />
                <span className="agr-list-words">
                  {text(clauseLabel(placed))}
                  {read && <span className="sr-only">, {t('read')}</span>}
                  <span className="meta clip">{placed.clause.text}</span>
                </span>
              </button>
            </li>
          )
        })}
        <li>
          <button
            type="button"
            className="plain-button"
            aria-current={at === clauses.length ? 'step' : undefined}
            onClick={() => onChoose(clauses.length)}
          >
            <Sign name="shield" />
            <span>{t('end')}</span>
          </button>
        </li>
      </ol>
    </nav>
  )
}
