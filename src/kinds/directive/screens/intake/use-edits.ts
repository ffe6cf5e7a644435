import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { announce, dismissToast } from '../../../../web/ui/announce.tsx'
import type { Draft } from './edits.ts'

type Step = { draft: Draft; focus: string | null; mark: string | null }

const KEPT = 200

/** The draft under the officer's hands, with the way back: every act and every run of typing in one field is one step. */
export const useEdits = (start: Draft, firstFocus: string | null) => {
  const [draft, setDraft] = useState(start)
  const [focus, setFocus] = useState(firstFocus)
  const steps = useRef<Step[]>([])
  const now = useRef({ draft, focus })
  useLayoutEffect(() => {
    now.current = { draft, focus }
  }, [draft, focus])

  const undo = useCallback(() => {
    const step = steps.current.pop()
    if (!step) return
    dismissToast()
    setDraft(step.draft)
    setFocus(step.focus)
  }, [])

  /** `mark` names a field: typing on in the same field is one step. `told` is said with the way back. */
  const apply = useCallback(
    (
      next: Draft,
      {
        focus: goTo,
        mark = null,
        told,
        undoLabel,
      }: { focus?: string | null; mark?: string | null; told?: string; undoLabel?: string } = {},
    ) => {
      const before = steps.current.at(-1)
      if (!mark || before?.mark !== mark) steps.current = [...steps.current.slice(-KEPT), { ...now.current, mark }]
      setDraft(next)
      now.current = { ...now.current, draft: next }
      if (goTo !== undefined) setFocus(goTo)
      if (told) announce(told, undoLabel ? { undo: { label: undoLabel, run: undo } } : {})
    },
    [undo],
  )

  const replace = useCallback((next: Draft) => {
    steps.current = []
    setDraft(next)
  }, [])

  return { draft, focus, setFocus, apply, undo, replace }
}
