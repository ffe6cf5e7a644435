import { useEffect, useRef, type ReactNode } from 'react'
import { cut, strongest, type TextSpan } from './span-cut.ts'
import './paper.css'

export type { TextSpan }

/** Text with coloured spans; the spans of the current group are stronger and come into view. Choosing a span names its group. */
export const SpanText = ({
  text,
  offset = 0,
  spans,
  current,
  onChoose,
}: {
  text: string
  /** Where `text` begins in the whole document that the spans point into. */
  offset?: number
  spans: TextSpan[]
  current: string | null
  onChoose?: (group: string) => void
}) => {
  const first = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (current !== null) first.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [current])
  const marks = cut(text, spans, offset)
  const leading = marks.findIndex((mark) => mark.spans.some((one) => one.group === current))
  const pieces: ReactNode[] = marks.slice(0, -1).map((mark, index) => {
    const words = text.slice(mark.at, marks[index + 1]?.at)
    const span = strongest(mark.spans)
    if (!span) return words
    const isCurrent = mark.spans.some((one) => one.group === current)
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a pointer's shortcut; the cards are the way by keyboard
      <mark
        key={mark.at}
        ref={index === leading ? first : undefined}
        className="span"
        data-role={span.role}
        data-current={isCurrent || undefined}
        title={span.label}
        onClick={() => onChoose?.(span.group)}
      >
        {words}
      </mark>
    )
  })
  return <>{pieces}</>
}
