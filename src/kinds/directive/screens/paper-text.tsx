import { memo, type ReactNode } from 'react'
import '../../../web/ui/paper.css'
import './paper-text.css'
import type { PaperBlock } from './paper-blocks.ts'
import type { SourceSpan } from './source-spans.ts'

export type PaperMark = { id: string; at: number; label: string; done: boolean; unsure: boolean }

type PaperProps = {
  text: string
  blocks: PaperBlock[]
  spans: SourceSpan[]
  /** Numbers in the margin, where their assignments begin. */
  marks: PaperMark[]
  current: string | null
  onChoose: (id: string) => void
  markLabel: (mark: PaperMark) => string
}

/** An official document as paper, with the stretches that gave something coloured and numbered in the margin. */
export const PaperText = (props: PaperProps) => {
  const isHead = (block: PaperBlock) => /^(?:left|right)/.test(block.look)
  const head = props.blocks.filter(isHead)
  const side = (name: 'left' | 'right') =>
    head.filter((block) => block.look.startsWith(name)).map((block) => <Block key={block.start} block={block} {...props} />)
  return (
    <div className="paper">
      {head.length > 0 && (
        <div className="paper-head">
          <div>{side('left')}</div>
          <div>{side('right')}</div>
        </div>
      )}
      {props.blocks
        .filter((block) => !isHead(block))
        .map((block) => (
          <Block key={block.start} block={block} {...props} />
        ))}
    </div>
  )
}

const overlaps = (block: PaperBlock, span: { start: number; end: number }) => span.start < block.end && span.end > block.start

const Block = ({ block, ...props }: PaperProps & { block: PaperBlock }) => {
  const spans = props.spans.filter((span) => overlaps(block, span))
  const marks = props.marks.filter((mark) => mark.at >= block.start && mark.at < block.end)
  const current = spans.some((span) => span.id === props.current) || marks.some((mark) => mark.id === props.current) ? props.current : null
  return <BlockText {...props} block={block} spans={spans} marks={marks} current={current} />
}

/** Drawn again only where its own spans changed: a long document has thousands of paragraphs. */
const BlockText = memo(
  ({ text, block, spans, marks, current, onChoose, markLabel }: Omit<PaperProps, 'blocks'> & { block: PaperBlock }) => (
    <p className="paper-line" data-look={block.look}>
      {pieces(text, block, spans, marks, current, onChoose, markLabel)}
    </p>
  ),
  (a, b) =>
    a.text === b.text &&
    a.current === b.current &&
    a.onChoose === b.onChoose &&
    a.block.start === b.block.start &&
    a.block.look === b.block.look &&
    JSON.stringify([a.spans, a.marks]) === JSON.stringify([b.spans, b.marks]),
)

const pieces = (
  text: string,
  block: PaperBlock,
  spans: SourceSpan[],
  marks: PaperMark[],
  current: string | null,
  onChoose: (id: string) => void,
  markLabel: (mark: PaperMark) => string,
): ReactNode[] => {
  const edges = new Set([block.start, block.end])
  for (const at of [...spans.flatMap((span) => [span.start, span.end]), ...marks.map((mark) => mark.at)]) {
    if (at > block.start && at < block.end) edges.add(at)
  }
  const sorted = [...edges].toSorted((a, b) => a - b)
  return sorted.slice(0, -1).flatMap((at, index) => {
    const end = sorted[index + 1] ?? block.end
    const here = spans.filter((span) => span.start <= at && span.end >= end)
    const mine = here.filter((span) => span.id === current)
    const shown = mine.find((span) => span.role !== 'quote') ?? mine[0] ?? here.find((span) => span.role !== 'quote') ?? here[0]
    const words = text.slice(at, end)
    const numbers = marks
      .filter((mark) => mark.at === at)
      .map((mark) => (
        <MarginNumber key={`m${mark.id}`} mark={mark} current={mark.id === current} onChoose={onChoose} label={markLabel(mark)} />
      ))
    if (!shown) return [...numbers, words]
    return [
      ...numbers,
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-element-interactions -- a pointer's shortcut; numbers and cards are the way by keyboard
      <mark
        key={at}
        className="span"
        data-role={shown.role}
        data-span={shown.id}
        data-current={mine.length > 0 || undefined}
        onClick={() => onChoose(shown.id)}
      >
        {words}
      </mark>,
    ]
  })
}

const MarginNumber = ({
  mark,
  current,
  onChoose,
  label,
}: {
  mark: PaperMark
  current: boolean
  onChoose: (id: string) => void
  label: string
}) => (
  <button
    type="button"
    tabIndex={-1}
    className="ordinal paper-mark"
    data-mark={mark.id}
    data-current={current || undefined}
    data-unsure={mark.unsure || undefined}
    data-done={mark.done || undefined}
    aria-label={label}
    onClick={() => onChoose(mark.id)}
  >
    {mark.label}
  </button>
)
