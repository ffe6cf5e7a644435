import { useMemo } from 'react'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import type { AgreementIntakeView } from '../../views.ts'
import '../../../../web/ui/paper.css'

const words = messages({ source: { vi: 'Văn bản gốc', en: 'Source text' } })

const bringIntoView = (mark: HTMLElement | null): void =>
  mark?.scrollIntoView({ block: 'center', behavior: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })

/** The text that was read; the words that the focused field came from are marked and brought into view. */
export const SourcePane = ({ source, focused }: { source: AgreementIntakeView; focused: string | null }) => {
  const t = useT(words)
  const span = focused ? source.spans[focused] : undefined
  const pieces = useMemo(() => {
    const text = source.sourceText
    return span ? [text.slice(0, span.start), text.slice(span.start, span.end), text.slice(span.end)] : [text, '', '']
  }, [source.sourceText, span])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls can be scrolled by keyboard
    <section className="age-source paper" aria-label={t('source')} tabIndex={0}>
      {pieces[0]}
      {span && (
        <mark key={span.start} ref={bringIntoView}>
          {pieces[1]}
        </mark>
      )}
      {pieces[2]}
    </section>
  )
}
