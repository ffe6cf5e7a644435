import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { paperBlocks } from '../paper-blocks.ts'
import { PaperText } from '../paper-text.tsx'
import { spansOf } from '../source-spans.ts'
import { doubtsOf } from './card-words.ts'
import { missingOf, type DirectiveAssignment } from './edits.ts'

const words = messages({
  paper: { vi: 'Nguyên văn', en: 'The document' },
  mark: { vi: 'Nhiệm vụ {n}', en: 'Assignment {n}' },
})

/** The document beside the cards. Reading a card brings its words into view; a word chooses its card. */
export const IntakePaper = ({
  text,
  assignments,
  current,
  onChoose,
}: {
  text: string
  assignments: DirectiveAssignment[]
  current: string | null
  onChoose: (id: string) => void
}) => {
  const t = useT(words)
  const box = useRef<HTMLElement>(null)
  const blocks = useMemo(() => paperBlocks(text), [text])
  const spans = useMemo(() => assignments.flatMap((one) => spansOf(one, text)), [assignments, text])
  const marks = assignments.flatMap((one) =>
    one.span
      ? [
          {
            id: one.id,
            at: one.span.start,
            label: String(one.ordinal),
            done: one.confirmed,
            unsure: !one.confirmed && (doubtsOf(one).length > 0 || missingOf(one) !== null),
          },
        ]
      : [],
  )

  useEffect(() => {
    const paper = box.current
    const first = paper?.querySelector<HTMLElement>('mark[data-current]')
    if (!current || !paper || !first) return
    const { top, bottom } = first.getBoundingClientRect()
    const view = paper.getBoundingClientRect()
    if (top < view.top + 30 || bottom > view.bottom - 90) {
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
      paper.scrollTo({ top: paper.scrollTop + top - view.top - view.height / 3, behavior: calm ? 'auto' : 'smooth' })
    }
  }, [current])

  // Two assignments may begin on one line; their numbers then stand below each other.
  useLayoutEffect(() => {
    let floor = -1
    for (const mark of box.current?.querySelectorAll<HTMLElement>('.paper-mark') ?? []) {
      mark.style.marginTop = '0'
      const top = mark.offsetTop
      if (top < floor) mark.style.marginTop = `${floor - top}px`
      floor = Math.max(top, floor) + mark.offsetHeight + 2
    }
  })

  return (
    <section className="intake-paper" ref={box} aria-label={t('paper')} tabIndex={-1}>
      <PaperText
        text={text}
        blocks={blocks}
        spans={spans}
        marks={marks}
        current={current}
        onChoose={onChoose}
        markLabel={(mark) => t('mark', { n: mark.label })}
      />
    </section>
  )
}
