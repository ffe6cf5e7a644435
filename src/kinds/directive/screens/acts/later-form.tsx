import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import type { CaseListView, SearchView } from '../../../../kernel/http/views.ts'
import { api, query } from '../../../../web/shell/api.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useLater } from '../../../../web/shell/use-later.ts'
import { WordsForm, type ActFrame } from './words-form.tsx'

const words = messages({
  amendBy: { vi: 'Ghi văn bản sửa đổi', en: 'Note an amending document' },
  replaceBy: { vi: 'Ghi văn bản thay thế', en: 'Note a replacing document' },
  amended: { vi: 'Đã ghi văn bản sửa đổi', en: 'Amendment noted' },
  replaced: { vi: 'Đã ghi văn bản thay thế', en: 'Replacement noted' },
  which: { vi: 'Văn bản sau', en: 'The later document' },
  place: { vi: 'Tìm theo số hoặc trích yếu', en: 'Find by number or subject' },
  choose: { vi: 'Chọn văn bản sau', en: 'Choose the later document' },
  note: { vi: 'Ghi chú', en: 'Note' },
  amendHelp: {
    vi: 'Việc đang làm vẫn tiếp tục. Giao thêm hoặc huỷ từng việc nếu văn bản sau thay đổi.',
    en: 'Running work goes on. Add or cancel single assignments where the later document changes them.',
  },
  replaceHelp: {
    vi: 'Mọi việc đang làm của hồ sơ này bị huỷ và hồ sơ kết thúc.',
    en: 'All running work of this case is cancelled and the case ends.',
  },
})

/** Names the later document that amends or replaces this one. */
export default function LaterForm({ command, ...frame }: ActFrame & { command: 'amendBy' | 'replaceBy' }) {
  const t = useT(words)
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const [note, setNote] = useState('')
  const [typed, setTyped] = useState('')
  const q = useLater(typed.trim())
  const { data } = useQuery({
    queryKey: ['cases', 'later', q],
    queryFn: async ({ signal }) => {
      if (q === '') return (await api.get<CaseListView>(`/cases${query({ kind: 'directive' })}`, { signal })).rows
      const found = await api.get<SearchView>(`/search${query({ q })}`, { signal })
      return found.cases
        .filter((hit) => hit.kind === 'directive')
        .map(({ caseId: id, number, title, status }) => ({ id, number, title, status }))
    },
    placeholderData: keepPreviousData,
  })
  const options = (data ?? [])
    .filter((row) => row.id !== frame.view.id && row.status !== 'draft' && row.status !== 'discarded')
    .map((row) => ({ value: row.id, label: `${row.number} · ${row.title}` }))
  return (
    <WordsForm
      {...frame}
      title={t(command)}
      done={t(command === 'amendBy' ? 'amended' : 'replaced')}
      payload={() => ({ caseId: chosen?.value, note: note.trim() })}
      missing={chosen ? null : t('choose')}
      answers={() => [
        { label: t('which'), value: chosen?.label ?? '' },
        ...(note.trim() ? [{ label: t('note'), value: note.trim() }] : []),
      ]}
    >
      <p className="meta">{t(command === 'amendBy' ? 'amendHelp' : 'replaceHelp')}</p>
      <div className="field">
        <label htmlFor="later-which">{t('which')}</label>
        <Select
          id="later-which"
          placeholder={t('place')}
          labelInValue
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={chosen}
          options={options}
          onChange={(one: { value: string; label?: unknown }) => setChosen({ value: one.value, label: String(one.label) })}
        />
      </div>
      <div className="field">
        <label htmlFor="later-note">{t('note')}</label>
        <Input.TextArea
          id="later-note"
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </WordsForm>
  )
}
