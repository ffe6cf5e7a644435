import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '../../kernel/http/views.ts'
import { officialDay } from '../ui/dates.ts'
import { count, useT } from '../shell/i18n.ts'
import { accessWords } from './access-messages.ts'
import { caseAccessQuery } from './access-queries.ts'

/** In the header of a case: for the agency that runs it how many ask to read it and how many may; for who reads by a grant, until when. */
export const CaseAccessNote = ({ view, onOpen }: { view: Pick<CaseView, 'id' | 'role'>; onOpen?: (() => void) | undefined }) => {
  const t = useT(accessWords)
  const { data } = useQuery({ ...caseAccessQuery(view.id), enabled: view.role === 'owner' || view.role === 'reader' })
  const granted = data?.rows.filter((row) => row.stand === 'granted') ?? []
  if (view.role === 'reader') {
    const until = granted.some((row) => row.until === null)
      ? null
      : granted
          .map((row) => row.until ?? '')
          .toSorted()
          .at(-1)
    return granted.length > 0 ? (
      <span className="meta">{t('ownGrant', { until: until ? t('until', { day: officialDay(until) }) : t('noLimit') })}</span>
    ) : null
  }
  const asked = data?.rows.filter((row) => row.stand === 'asked').length ?? 0
  if (!onOpen || !data || data.rows.length === 0) return null
  const words = [
    asked > 0 && t('noteAsked', { n: count(asked) }),
    (granted.length > 0 || asked === 0) && t('noteGranted', { n: count(granted.length) }),
  ]
  return (
    <button type="button" className="plain-button link" onClick={onOpen}>
      {words.filter(Boolean).join(', ')}
    </button>
  )
}
