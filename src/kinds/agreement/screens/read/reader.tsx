import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { ActButton } from '../../../../web/ui/button.tsx'
import { officialDay } from '../../../../web/ui/dates.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { KeyHint } from '../../../../web/ui/key-hint.tsx'
import { useTitle } from '../../../../web/ui/page.tsx'
import { useKeys } from '../../../../web/ui/use-keys.ts'
import type { AgreementVersion } from '../../contract.ts'
import type { AcknowledgementView } from '../../views.ts'
import { clauseLabel, clausesIn } from '../model.ts'
import { ClauseList } from './clause-list.tsx'
import { useMarking } from './use-marking.ts'
import './read.css'

const words = messages({
  title: { vi: 'Đọc quy chế', en: 'Read the agreement' },
  progress: { vi: 'Đã đọc {n}/{total} điều khoản', en: '{n}/{total} clauses read' },
  due: { vi: 'đọc xong trước hết {day}', en: 'read by the end of {day}' },
  back: { vi: 'Về quy chế', en: 'Back to the agreement' },
  next: { vi: 'Đã đọc, tiếp', en: 'Read, next' },
  before: { vi: 'Điều khoản trước', en: 'Clause before' },
  at: { vi: '{n}/{total}', en: '{n}/{total}' },
  end: { vi: 'Xác nhận đã quán triệt', en: 'Confirm that you have read it' },
  endLead: {
    vi: 'Đồng chí đã đọc {n}/{total} điều khoản của bản {version}. Xác nhận được ghi vào nhật ký; các bên chỉ thấy số đếm theo đơn vị.',
    en: 'You have read {n}/{total} clauses of version {version}. The confirmation is recorded; the parties see counts by unit only.',
  },
  unread: { vi: 'Đọc tiếp {n} điều khoản', en: 'Read the remaining {n}' },
  confirm: { vi: 'Xác nhận đã quán triệt', en: 'Confirm' },
  done: { vi: 'Đã xác nhận quán triệt', en: 'Confirmed' },
  receipt: { vi: 'Biên nhận {seq}', en: 'Receipt {seq}' },
  confirmed: { vi: 'Đồng chí đã xác nhận bản này ngày {day}.', en: 'You confirmed this version on {day}.' },
  keyNext: { vi: 'đã đọc, tiếp', en: 'read, next' },
  keyBefore: { vi: 'trước', en: 'before' },
  keyBack: { vi: 'về quy chế', en: 'back' },
  article: { vi: 'Điều {n}. {heading}', en: 'Article {n}. {heading}' },
})

/** Each clause is read aloud on its own: the focus goes to it when it comes. */
const focusOn = (place: HTMLElement | null): void => place?.focus()

/** One clause at a time: Enter marks it read and goes on; at the end the officer confirms. */
export const Reader = ({
  view,
  version,
  reading,
}: {
  view: CaseView
  version: AgreementVersion
  reading: AcknowledgementView['reading']
}) => {
  const t = useT(words)
  const text = useText()
  const navigate = useNavigate()
  const [clauses] = useState(() => clausesIn(version.text))
  const marking = useMarking(view.id, version.n, reading.readClauseIds)
  const [at, setAt] = useState(() => {
    const first = clauses.findIndex(({ clause }) => !reading.readClauseIds.includes(clause.id))
    return reading.confirmedAt ? 0 : first < 0 ? clauses.length : first
  })
  const total = clauses.length
  const read = clauses.filter(({ clause }) => marking.isRead(clause.id)).length
  const now = clauses[at]
  useTitle(t('title'))

  const back = () => void navigate({ to: `/case/${view.id}`, search: {} })
  const next = () => {
    if (!now) return
    if (!reading.confirmedAt) marking.mark(now.clause.id)
    setAt(at + 1)
  }
  const before = () => setAt(Math.max(0, at - 1))
  const confirm = () =>
    void marking.confirm((seq) => {
      announce(t('done'), seq ? { detail: t('receipt', { seq: count(Number(seq)) }) } : {})
      back()
    })
  const unread = clauses.findIndex(({ clause }) => !marking.isRead(clause.id))
  useKeys({
    enter: now ? next : unread < 0 ? confirm : () => setAt(unread),
    arrowright: next,
    arrowleft: before,
    j: next,
    k: before,
    escape: back,
  })
  return (
    <div className="agr">
      <header className="agr-head">
        <div>
          <h1>{view.title}</h1>
          <p className="meta">
            {t('progress', { n: count(read), total: count(total) })}
            {reading.dueOn && !reading.confirmedAt && `, ${t('due', { day: officialDay(reading.dueOn) })}`}
          </p>
        </div>
        <ActButton onClick={back}>{t('back')}</ActButton>
        <div className="agr-bar" aria-hidden="true">
          <i style={{ width: `${total > 0 ? (read / total) * 100 : 0}%` }} />
        </div>
      </header>
      <div className="agr-columns">
        <ClauseList clauses={clauses} at={at} isRead={marking.isRead} onChoose={setAt} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- holds the clause that is read; the focus is brought to it */}
        <section key={at} className="agr-clause" ref={focusOn} tabIndex={-1} aria-label={now ? text(clauseLabel(now)) : t('end')}>
          {now ? (
            <>
              <p className="meta agr-at">
                <span>{t('at', { n: at + 1, total })}</span>
                {now.article.chapter && <span>{now.article.chapter}</span>}
              </p>
              <h2>{t('article', { n: now.article.ordinal, heading: now.article.heading }).replace(/[.\s]+$/, '')}</h2>
              <p className="agr-words">
                {now.article.clauses.length > 1 && <b>{now.clause.ordinal}. </b>}
                {now.clause.text}
              </p>
              <div className="row-gap wrap">
                <ActButton primary onClick={next}>
                  {t('next')}
                  <span className="sr-only"> ({text(clauseLabel(now))})</span>
                </ActButton>
                {at > 0 && <ActButton onClick={before}>{t('before')}</ActButton>}
              </div>
            </>
          ) : (
            <>
              <h2>{t('end')}</h2>
              {reading.confirmedAt ? (
                <p className="agr-words">{t('confirmed', { day: officialDay(reading.confirmedAt) })}</p>
              ) : (
                <>
                  <p className="agr-words">{t('endLead', { n: count(read), total: count(total), version: version.n })}</p>
                  <div className="row-gap wrap">
                    {unread < 0 ? (
                      <ActButton primary busy={marking.confirming} onClick={confirm}>
                        {t('confirm')}
                      </ActButton>
                    ) : (
                      <ActButton primary onClick={() => setAt(unread)}>
                        {t('unread', { n: count(total - read) })}
                      </ActButton>
                    )}
                    <ActButton onClick={before}>{t('before')}</ActButton>
                  </div>
                </>
              )}
            </>
          )}
          {marking.error && <ErrorNote error={marking.error} retry={marking.retry} />}
        </section>
      </div>
      <footer className="agr-keys" aria-hidden="true">
        <KeyHint>Enter</KeyHint> {t('keyNext')} <KeyHint>←</KeyHint> {t('keyBefore')} <KeyHint>Esc</KeyHint> {t('keyBack')}
      </footer>
    </div>
  )
}
