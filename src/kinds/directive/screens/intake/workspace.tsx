import { useCallback, useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { caseQuery } from '../../../../web/case/case-queries.ts'
import { newKey } from '../../../../web/shell/new-key.ts'
import { count, useT, useText } from '../../../../web/shell/i18n.ts'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { Segmented } from '../../../../web/ui/segmented.tsx'
import { announceRefusal, dismissToast } from '../../../../web/ui/announce.tsx'
import { useKeys } from '../../../../web/ui/use-keys.ts'
import type { FieldDoubt, NameReading } from '../../intake-contract.ts'
import { useNames } from '../names-query.ts'
import { Cards } from './cards.tsx'
import { titleOf } from './card-words.ts'
import { add, change, indexOf, merge, missingOf, remove, screenOrder, split, type DirectiveAssignment, type Draft } from './edits.ts'
import { GutterLine } from './gutter-line.tsx'
import { HeaderPanel } from './header-panel.tsx'
import { IntakePaper } from './intake-paper.tsx'
import { intakeWords } from './intake-words.ts'
import { KeyStrip } from './key-strip.tsx'
import { Review } from './review.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'
import { WorkspaceHead } from './workspace-head.tsx'
import './cards.css'
import './intake.css'

export type Start = {
  draft: Draft
  doubts: FieldDoubt[]
  readings: Record<string, NameReading>
  /** The directive on the server, once it is there. */
  kept: { id: string; version: number } | null
}

type WorkspaceProps = {
  start: Start
  /** Keeps the draft in this browser until the server has it; answers when it was kept. */
  keepHere: (start: Start) => void
  keptHereAt: Date | null
  onOpened: (id: string) => void
  onDrop: (id: string | null) => void
  onReload: () => void
}

/** The reading of one document: paper beside cards, every card confirmed by an officer before anything goes out. */
export const Workspace = ({ start, keepHere, keptHereAt, onOpened, onDrop, onReload }: WorkspaceProps) => {
  const t = useT(intakeWords)
  const text = useText()
  const [doubts, setDoubts] = useState(start.doubts)
  const { draft, focus, setFocus, apply, undo } = useEdits(start.draft, screenOrder(start.draft)[0]?.id ?? null)
  const [caseId, setCaseId] = useState(start.kept?.id ?? null)
  const opened = useCallback(
    (id: string) => {
      setCaseId(id)
      onOpened(id)
    },
    [onOpened],
  )
  // Reading alone keeps nothing: the first confirmation makes it a draft of the agency.
  const saving = useSaving(draft, start.kept, {
    wanted: draft.assignments.some((one) => one.confirmed),
    ready: draft.assignments.every((one) => one.confirmed),
    onOpened: opened,
  })
  const view = useQuery({ ...caseQuery(caseId ?? ''), enabled: caseId !== null }).data
  const context = { issuerId: draft.document.issuerId, date: draft.document.date }
  const targets = draft.assignments.flatMap((one) => [...one.leads, ...one.coordinating])
  const names = useNames(targets, context, start.readings)
  const [tab, setTab] = useState<'paper' | 'cards'>('cards')
  const [reviewing, setReviewing] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLElement>(null)
  const moved = useRef(false)

  useEffect(() => {
    if (caseId === null) keepHere({ draft, doubts, readings: start.readings, kept: null })
    // oxlint-disable-next-line react/exhaustive-deps -- keepHere is a fresh function each time; only the draft matters
  }, [draft, doubts, caseId])

  // The card that is read takes the focus, unless the officer types somewhere.
  useEffect(() => {
    const inField = document.activeElement?.closest('input, textarea, select, .ant-select')
    if (!inField) card.current?.focus({ preventScroll: true })
    // The first card stands under the head of the list, which should be seen before anything moves.
    if (moved.current) card.current?.scrollIntoView({ block: 'nearest' })
    moved.current = true
  }, [focus])

  const current = draft.assignments[indexOf(draft, focus)]
  const choose = useCallback(
    (id: string) => {
      setFocus(id)
      setTab('cards')
    },
    [setFocus],
  )
  const move = (by: 1 | -1) => {
    const order = screenOrder(draft)
    const at = order.findIndex((one) => one.id === focus)
    const next = order[Math.min(order.length - 1, Math.max(0, at + by))]
    if (next) setFocus(next.id)
  }
  /** The next card that waits, in the order of the screen as it was. */
  const nextOpen = (id: string, next: Draft): string | null => {
    const order = screenOrder(draft).filter((one) => one.id !== id)
    const at = screenOrder(draft).findIndex((one) => one.id === id)
    const left = [...order.slice(at), ...order.slice(0, at)].find((one) => !next.assignments[indexOf(next, one.id)]?.confirmed)
    return left?.id ?? screenOrder(next)[0]?.id ?? null
  }
  const told = (words: string) => ({ told: words, undoLabel: t('undo') })
  const leaveField = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    card.current?.focus({ preventScroll: true })
  }

  const confirm = (one: DirectiveAssignment) => {
    if (one.confirmed) return
    const missing = missingOf(one)
    if (missing) {
      announceRefusal(t(missing))
      return document.getElementById(missing === 'content' ? 'card-content' : 'card-lead')?.focus()
    }
    leaveField()
    const next = change(draft, one.id, { confirmed: true })
    const done = t('confirmed', { n: one.ordinal, title: titleOf(one) })
    const all = next.assignments.every((each) => each.confirmed)
    apply(next, { focus: nextOpen(one.id, next), ...told(all ? `${done}. ${t('allRead')}` : done) })
  }
  const cut = (one: DirectiveAssignment) => {
    const field = document.getElementById('card-content')
    const caret = field instanceof HTMLTextAreaElement && document.activeElement === field ? field.selectionStart : null
    const next = split(draft, one.id, newKey(), caret)
    if (next) apply(next, told(t('split', { n: one.ordinal })))
    else announceRefusal(t('cannotSplit'))
  }
  const join = (one: DirectiveAssignment) => {
    const next = merge(draft, one.id)
    if (next) apply(next, told(t('merged', { n: one.ordinal, m: one.ordinal + 1 })))
  }
  const drop = (one: DirectiveAssignment) => {
    const next = remove(draft, one.id)
    apply(next, { focus: nextOpen(one.id, next), ...told(t('removed', { title: titleOf(one) })) })
  }
  const addNew = () => {
    const id = newKey()
    apply(add(draft, id, null), { focus: id })
    requestAnimationFrame(() => document.getElementById('card-lead')?.focus())
  }
  const acts = (one: DirectiveAssignment) => ({
    onChange: (more: Partial<DirectiveAssignment>) => apply(change(draft, one.id, more), { mark: `${one.id} ${Object.keys(more).join()}` }),
    onConfirm: () => confirm(one),
    onSplit: () => cut(one),
    onMerge: () => join(one),
    onRemove: () => drop(one),
  })

  const left = draft.assignments.filter((one) => !one.confirmed).length
  const issue = view?.actions.find((action) => action.command === 'issue')
  const reason =
    draft.assignments.length === 0
      ? t('noneYet')
      : left > 0
        ? t('unread', { n: count(left) })
        : saving.dirty || !view
          ? t('saving')
          : issue && !issue.allowed && issue.reason
            ? text(issue.reason.text)
            : null
  const review = () => {
    if (reason) return announceRefusal(reason)
    dismissToast()
    setReviewing(true)
  }

  const withCurrent = (run: (one: DirectiveAssignment) => void) => () => current && run(current)
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    arrowdown: () => move(1),
    arrowup: () => move(-1),
    enter: withCurrent(confirm),
    'ctrl+enter': left === 0 && current ? review : withCurrent(confirm),
    e: () => document.getElementById('card-content')?.focus(),
    t: withCurrent(cut),
    g: withCurrent(join),
    x: withCurrent(drop),
    z: undo,
    escape: leaveField,
  })

  const source = draft.document.sourceText

  return (
    <div className="intake" data-tab={source ? tab : 'cards'} data-paper={source ? '' : undefined}>
      <WorkspaceHead
        draft={draft}
        names={names}
        saved={{ at: saving.savedAt ?? (caseId ? null : keptHereAt), local: caseId === null, dirty: saving.dirty && !saving.error }}
        reason={reason}
        busy={false}
        onDrop={() => onDrop(caseId)}
        onReview={review}
        tabs={
          source && (
            <div className="intake-tabs">
              <Segmented
                wide
                label={t('parts')}
                value={tab}
                onChange={setTab}
                options={[
                  { value: 'paper', label: t('paper') },
                  { value: 'cards', label: `${t('cards')} ${draft.assignments.length}` },
                ]}
              />
            </div>
          )
        }
      />
      <div className="intake-place" ref={place}>
        {source && <IntakePaper text={source} assignments={draft.assignments} current={focus} onChoose={choose} />}
        <Cards
          draft={draft}
          focus={focus}
          names={names}
          context={context}
          legend={Boolean(source)}
          cardRef={card}
          onFocus={setFocus}
          onAdd={addNew}
          acts={acts}
          header={
            <>
              {saving.error && (
                <ErrorNote error={saving.error}>
                  {saving.error.code !== 'network' && (
                    <>
                      {t('unsaved')}{' '}
                      <button type="button" className="plain-button link" onClick={onReload}>
                        {t('reload')}
                      </button>
                    </>
                  )}
                </ErrorNote>
              )}
              <HeaderPanel
                document={draft.document}
                doubts={doubts}
                onChange={(next, touched) => {
                  apply({ ...draft, document: next })
                  setDoubts(doubts.filter((doubt) => !touched.includes(doubt.field)))
                }}
              />
            </>
          }
        />
        {source && <GutterLine key={`${focus} ${draft.assignments.length} ${tab}`} place={place} />}
      </div>
      <KeyStrip />
      {reviewing && caseId && <Review caseId={caseId} draft={draft} names={names} onBack={() => setReviewing(false)} />}
    </div>
  )
}
