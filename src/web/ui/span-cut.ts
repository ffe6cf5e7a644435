/** A stretch of an official document that gave something: offsets into the text in UTF-16 units, end excluded. */
export type TextSpan = {
  start: number
  end: number
  role: 'verb' | 'lead' | 'coordinating' | 'deadline' | 'quote'
  group: string
  label?: string
}

/** Where a piece begins, and the spans that lie over all of it. */
export type Mark = { at: number; spans: TextSpan[] }

/** Cuts a text at every edge of the spans; the last mark is the text's end and carries none. `offset`: where the text begins in the document. */
export const cut = (text: string, spans: TextSpan[], offset: number): Mark[] => {
  const edges = new Set([0, text.length])
  for (const span of spans) for (const edge of [span.start - offset, span.end - offset]) if (edge > 0 && edge < text.length) edges.add(edge)
  return [...edges]
    .sort((a, b) => a - b)
    .map((at) => ({ at, spans: spans.filter((span) => span.start - offset <= at && span.end - offset > at && at < text.length) }))
}

/** The span whose colour shows where several lie over each other: any role before the sentence itself. */
export const strongest = (spans: TextSpan[]): TextSpan | undefined => spans.find((span) => span.role !== 'quote') ?? spans[0]
