import { useEffect, useState, type RefObject } from 'react'

type Line = { path: string; x: number; y: number } | null

const RADIUS = 7

/** A line from the first word of the current span to the head of its card, in the coordinates of `place`. */
const lineOf = (place: HTMLElement): Line => {
  const span = place.querySelector<HTMLElement>('.paper mark[data-current]')
  const paper = place.querySelector<HTMLElement>('.intake-paper')
  const sheet = place.querySelector<HTMLElement>('.paper')
  const card = place.querySelector<HTMLElement>('.intake-card')
  const cards = place.querySelector<HTMLElement>('.intake-cards')
  if (!span || !paper || !sheet || !card || !cards) return null
  const base = place.getBoundingClientRect()
  const first = span.getClientRects()[0]
  if (!first) return null
  const view = paper.getBoundingClientRect()
  const column = cards.getBoundingClientRect()
  const top = card.getBoundingClientRect()
  if (column.left - view.right < 12) return null
  const sheetStyle = getComputedStyle(sheet)
  const startX = sheet.getBoundingClientRect().right - Number.parseFloat(sheetStyle.paddingRight) + 3 - base.left
  const startY = (first.top + first.bottom) / 2 - base.top
  const endX = top.left - base.left
  const endY = top.top + 23 - base.top
  const visible = (y: number, box: DOMRect) => y + base.top > box.top + 4 && y + base.top < box.bottom - 4
  if (!visible(startY, view) || !visible(endY, column)) return null
  const middle = (view.right + column.left) / 2 - base.left
  const turn = Math.sign(endY - startY) * Math.min(RADIUS, Math.abs(endY - startY) / 2)
  const path = `M${startX} ${startY}H${middle - RADIUS}Q${middle} ${startY} ${middle} ${startY + turn}V${endY - turn}Q${middle} ${endY} ${middle + RADIUS} ${endY}H${endX}`
  return { path, x: startX, y: startY }
}

/** The line that links the card being read with its place in the document; it follows both as they scroll. Give it a new key when the card changes. */
export const GutterLine = ({ place }: { place: RefObject<HTMLElement | null> }) => {
  const [line, setLine] = useState<Line>(null)
  useEffect(() => {
    const box = place.current
    if (!box) return
    let frame = 0
    const draw = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setLine(lineOf(box)))
    }
    draw()
    const sizes = new ResizeObserver(draw)
    sizes.observe(box)
    const card = box.querySelector('.intake-card')
    if (card) sizes.observe(card)
    // The paper's face arrives late and moves every line.
    const sheet = box.querySelector('.paper')
    if (sheet) sizes.observe(sheet)
    // What comes and goes above the card moves it without changing its size.
    const changes = new MutationObserver(draw)
    const list = box.querySelector('.intake-cards')
    if (list) changes.observe(list, { childList: true, subtree: true })
    box.addEventListener('scroll', draw, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      changes.disconnect()
      box.removeEventListener('scroll', draw, { capture: true })
    }
  }, [place])
  if (!line) return null
  return (
    <svg className="gutter-line" aria-hidden="true">
      <path d={line.path} />
      <circle cx={line.x} cy={line.y} r="3.5" />
    </svg>
  )
}
