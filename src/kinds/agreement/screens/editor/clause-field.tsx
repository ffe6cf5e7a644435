import { memo, useState, type KeyboardEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { domainsQuery } from '../../../../web/directory/directory-queries.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { announce } from '../../../../web/ui/announce.tsx'
import { composing } from '../../../../web/ui/use-keys.ts'
import type { AgreementClause } from '../../contract.ts'
import type { Change } from './editor.tsx'
import { RemoveButton } from './remove-button.tsx'
import { changeClause, moveClause, removeClause } from './text-edits.ts'

const words = messages({
  clause: { vi: 'Khoản {clause} Điều {article}', en: 'Article {article}, clause {clause}' },
  place: { vi: 'Ai làm gì, với ai, khi nào', en: 'Who does what, with whom, when' },
  remove: { vi: 'Bỏ khoản {clause} Điều {article}', en: 'Remove article {article}, clause {clause}' },
  domains: { vi: 'Lĩnh vực', en: 'Domains' },
  addDomains: { vi: '+ Lĩnh vực', en: '+ Domains' },
  moved: { vi: 'Đã chuyển khoản', en: 'The clause was moved' },
})

type Props = {
  articleId: string
  articleOrdinal: number
  clause: AgreementClause
  change: Change
  onAddAfter: (clauseId: string) => void
}

/** The words of a clause and its domains. Drawn again only when it changes itself: a regulation may have more than a hundred. */
export const ClauseField = memo(
  ({ articleId, articleOrdinal, clause, change, onAddAfter }: Props) => {
    const t = useT(words)
    const [open, setOpen] = useState(false)
    const { id } = clause
    const place = { article: articleOrdinal, clause: clause.ordinal }
    const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
      if (composing(event.nativeEvent)) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        onAddAfter(id)
      } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault()
        change((text) => moveClause(text, articleId, id, event.key === 'ArrowDown' ? 1 : -1))
        announce(t('moved'))
        requestAnimationFrame(() => document.getElementById(`clause-${id}`)?.focus())
      }
    }
    return (
      <div className="age-clause" data-span={id}>
        <span className="ag-ordinal" aria-hidden="true">
          {clause.ordinal}
        </span>
        <div className="stack-tight">
          <textarea
            id={`clause-${id}`}
            className="plain-input age-text"
            aria-label={t('clause', place)}
            placeholder={t('place')}
            maxLength={20_000}
            rows={Math.min(12, Math.max(2, Math.ceil(clause.text.length / 90)))}
            value={clause.text}
            onChange={(event) => change((text) => changeClause(text, articleId, id, { text: event.target.value }))}
            onKeyDown={onKeyDown}
          />
          {open || clause.domainIds.length > 0 ? (
            <Domains
              id={`domains-${id}`}
              value={clause.domainIds}
              onChange={(domainIds) => change((text) => changeClause(text, articleId, id, { domainIds }))}
            />
          ) : (
            <button type="button" className="plain-button link age-domains" onClick={() => setOpen(true)}>
              {t('addDomains')}
            </button>
          )}
        </div>
        <RemoveButton label={t('remove', place)} onClick={() => change((text) => removeClause(text, articleId, id))} />
      </div>
    )
  },
  (a, b) => a.clause === b.clause && a.articleId === b.articleId && a.articleOrdinal === b.articleOrdinal && a.change === b.change,
)

const Domains = ({ id, value, onChange }: { id: string; value: string[]; onChange: (ids: string[]) => void }) => {
  const t = useT(words)
  const text = useText()
  const { data } = useQuery(domainsQuery)
  return (
    <Select
      id={id}
      size="small"
      mode="multiple"
      aria-label={t('domains')}
      placeholder={t('domains')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      options={(data ?? []).map((domain) => ({ value: domain.id, label: text(domain.name) }))}
    />
  )
}
