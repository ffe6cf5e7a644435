import { useState } from 'react'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { CaseSelect, type ChosenCase } from './case-select.tsx'
import { ClauseSelect } from './clause-select.tsx'
import { Field } from './field.tsx'
import { FormShell } from './form-shell.tsx'
import { WordsField } from './words-field.tsx'

const words = messages({
  label: { vi: 'Gắn hồ sơ', en: 'Tie a case' },
  done: { vi: 'Đã gắn hồ sơ với điều khoản', en: 'The case was tied to the clause' },
  lead: {
    vi: 'Kết quả trong hồ sơ được tính là việc làm cho điều khoản này. Chỉ bên được xem hồ sơ mới mở được.',
    en: 'Results in the case count for this clause. Only those who may see the case can open it.',
  },
  clause: { vi: 'Điều khoản', en: 'Clause' },
  case: { vi: 'Hồ sơ', en: 'Case' },
  note: { vi: 'Ghi chú', en: 'Note' },
})

/** Ties a case of any kind to the clause that it fulfils. */
export default function TieForm({ view, action, close, clauseId = '' }: KindActFormProps & { clauseId?: string }) {
  const t = useT(words)
  const [clause, setClause] = useState(clauseId)
  const [tied, setTied] = useState<ChosenCase | null>(null)
  const [note, setNote] = useState('')
  return (
    <FormShell
      view={view}
      action={action}
      label={words.label}
      done={words.done}
      lead={words.lead}
      close={close}
      missing={[...(clause ? [] : ['clause']), ...(tied ? [] : ['case'])]}
      payload={() => ({ clauseId: clause, caseId: tied?.id, note })}
    >
      <Field id="clause" label={t('clause')} required>
        {(control) => <ClauseSelect {...control} view={view} value={clause} onChange={setClause} />}
      </Field>
      <Field id="case" label={t('case')} required>
        {(control) => <CaseSelect {...control} except={view.id} value={tied} onChange={setTied} />}
      </Field>
      <WordsField id="note" label={t('note')} value={note} onChange={setNote} rows={2} />
    </FormShell>
  )
}
