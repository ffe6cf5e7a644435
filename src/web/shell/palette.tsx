import { useId, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { SearchView } from '../../kernel/http/views.ts'
import { composing } from '../ui/use-keys.ts'
import { api, query } from './api.ts'
import { Dialog } from './dialog.tsx'
import { messages, useT } from './i18n.ts'
import { foldWords } from './fold-words.ts'
import { usePaletteActs, type PaletteEntry } from './palette-acts.ts'
import type { Over } from './layout.tsx'
import { shellWords } from './messages.ts'
import { useLater } from './use-later.ts'

const words = messages({
  cases: { vi: 'Hồ sơ', en: 'Cases' },
  agencies: { vi: 'Cơ quan', en: 'Agencies' },
  acts: { vi: 'Đến và làm', en: 'Go and do' },
  all: { vi: 'Xem mọi kết quả cho “{q}”', en: 'See all results for “{q}”' },
  none: {
    vi: 'Không có gì khớp “{q}”. Thử số văn bản hoặc tên đơn vị không dấu.',
    en: 'Nothing matches “{q}”. Try a document number or an agency’s name.',
  },
  found: { vi: '{n} mục', en: '{n} entries' },
})

/** Find and do: one field for screens, acts, cases and agencies. */
export default function Palette({ onClose, onOpen }: { onClose: () => void; onOpen: (over: Over) => void }) {
  const t = useT(words)
  const shell = useT(shellWords)
  const navigate = useNavigate()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const asked = useLater(typed.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['search', asked, 'palette'],
    queryFn: ({ signal }) => api.get<SearchView>(`/search${query({ q: asked })}`, { signal }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  const found = asked.length > 1 ? data : undefined
  const folded = foldWords(typed)
  const acts = usePaletteActs(onOpen).filter((act) => foldWords(act.text).includes(folded))
  const go =
    (to: string, search: Record<string, string> = {}) =>
    () =>
      void navigate({ to, search })
  const entries: PaletteEntry[] = [
    ...(found?.cases.slice(0, 6).map((hit) => ({
      key: hit.caseId,
      group: t('cases'),
      strong: hit.number,
      text: hit.title,
      note: hit.owner.shortName,
      run: go(`/case/${hit.caseId}`),
    })) ?? []),
    ...(found?.agencies.slice(0, 4).map((agency) => ({
      key: agency.id,
      group: t('agencies'),
      text: agency.name,
      note: agency.formerName ?? '',
      run: go(`/directory/${agency.id}`),
    })) ?? []),
    ...acts.slice(0, typed ? 6 : 12).map((act): PaletteEntry => Object.assign(act, { group: t('acts') })),
    ...(typed.trim()
      ? [{ key: 'all', group: t('acts'), text: t('all', { q: typed.trim() }), run: go('/search', { q: typed.trim() }) }]
      : []),
  ]
  const current = Math.min(at, entries.length - 1)
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const move = (to: number) => {
    const next = (to + entries.length) % entries.length
    setAt(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog label={shell('searchPlace')} onClose={onClose}>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={`${id}-${current}`}
        aria-label={shell('searchPlace')}
        placeholder={shell('searchPlace')}
        value={typed}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog opens to be typed into
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (composing(event.nativeEvent)) return
          if (event.key === 'ArrowDown') move(current + 1)
          else if (event.key === 'ArrowUp') move(current - 1)
          else if (event.key === 'Enter') choose(entries[current])
          else return
          event.preventDefault()
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a combobox of our own: options hold more than words */}
      <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={shell('search')}>
        {entries.map((entry, index) => (
          <div key={entry.key}>
            {entry.group !== entries[index - 1]?.group && (
              <div className="palette-group" role="presentation">
                {entry.group}
              </div>
            )}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field keeps the focus and moves the choice */}
            <div
              className="palette-item"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- holds more than words
              role="option"
              id={`${id}-${index}`}
              aria-selected={index === current}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(entry)}
            >
              {entry.strong && <b>{entry.strong}</b>}
              <span className="clip">{entry.text}</span>
              {entry.note && <span className="meta">{entry.note}</span>}
            </div>
          </div>
        ))}
      </div>
      {asked.length > 1 && found && found.cases.length + found.agencies.length === 0 && !isFetching && (
        <div className="palette-note meta">{t('none', { q: asked })}</div>
      )}
      <output className="sr-only">{t('found', { n: entries.length })}</output>
    </Dialog>
  )
}
