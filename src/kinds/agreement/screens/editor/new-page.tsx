import { useState } from 'react'
import { useMe } from '../../../../web/shell/session.ts'
import type { AgreementText } from '../../contract.ts'
import type { AgreementIntakeView } from '../../views.ts'
import { Editor } from './editor.tsx'
import { Start } from './start.tsx'
import { emptyText } from './text-edits.ts'

type From = { text: AgreementText; source: AgreementIntakeView | null }

/** A new agreement: from a text that is read, or by hand; a draft that was begun here goes on. */
export const NewPage = () => {
  const me = useMe()
  const [from, setFrom] = useState<From | null>(null)
  if (!from)
    return (
      <Start
        draftName={`${me.officerId}.agreement-text.new`}
        onRead={(source) => setFrom({ text: source.text, source })}
        onHand={() => setFrom({ text: emptyText(), source: null })}
        onGoOn={() => setFrom({ text: emptyText(), source: null })}
      />
    )
  return <Editor mode="create" view={null} base={from.text} source={from.source} draftName={`${me.officerId}.agreement-text.new`} />
}
