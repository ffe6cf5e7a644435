import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useFoundAgencies } from '../../../../web/directory/use-found-agencies.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { foldWords } from '../../../../web/shell/fold-words.ts'
import { useLater } from '../../../../web/shell/use-later.ts'
import type { Target } from '../../contract.ts'
import type { NameReading } from '../../intake-contract.ts'
import { namesQuery, type Names } from '../names-query.ts'
import { entriesOf, type Entry } from '../target-entries.ts'
import { TargetChip } from './target-chip.tsx'

const words = messages({
  place: { vi: 'Tìm cơ quan hoặc nhóm cơ quan', en: 'Find an agency or a class' },
  add: { vi: '+ Thêm', en: '+ Add' },
  close: { vi: 'Gần với tên trong văn bản', en: 'Close to the name in the document' },
  classes: { vi: 'Nhóm cơ quan', en: 'Classes' },
  agencies: { vi: 'Cơ quan', en: 'Agencies' },
  many: { vi: '{n} đơn vị', en: '{n} agencies' },
  none: { vi: 'Danh bạ không có tên này', en: 'The directory has no such name' },
})

/** Classes that orders name most; offered before anything is typed, and where what is typed is part of one. */
const USUAL = [
  'UBND các xã, phường',
  'các sở',
  'các doanh nghiệp bưu chính, viễn thông',
  'các doanh nghiệp viễn thông',
  'các cơ quan báo chí',
  'Công an các xã, phường',
]

type Option = { value: string; label: string; note: string; targets: Target[] }

export type TargetFieldProps = {
  id: string
  party: 'lead' | 'coordinating'
  value: Target[]
  onChange: (targets: Target[]) => void
  names: Names
  context: { issuerId: string | null; date: string | null }
  unsure?: boolean
  describedBy?: string | undefined
}

/** Agencies and classes of a role, found by name in the directory; what the document wrote stays beside each. */
export const TargetField = ({ id, party, value, onChange, names, context, unsure, describedBy }: TargetFieldProps) => {
  const t = useT(words)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const q = useLater(typed.trim())
  const rows = useFoundAgencies({ q }, open && q !== '')
  const usual = USUAL.filter((name) => foldWords(name).includes(foldWords(q)))
  const asked = q === '' || usual.includes(q) ? usual : [...usual, q]
  const classes = useQuery({ ...namesQuery(asked, [], context.issuerId, context.date), enabled: open, placeholderData: keepPreviousData })

  const entries = entriesOf(value, names)
  const suggestions = entries
    .filter((entry) => !entry.known)
    .flatMap((entry) => names.reading(entry.targets[0]?.as ?? '')?.suggestions ?? [])
  const asOption = (agency: { id: string; name: string; shortName: string }, note = ''): Option => ({
    value: `a ${agency.name}`,
    label: agency.name,
    note,
    targets: [{ kind: 'agency', agencyId: agency.id, as: agency.name }],
  })
  // What the name means where the document was issued comes before its namesakes elsewhere.
  const near = q === '' ? undefined : classes.data?.readings[q]
  const noteOf = (id: string) => {
    const row = rows.find((one) => one.id === id)
    return row?.areaName ?? row?.parent?.shortName ?? ''
  }
  const home = near ? [...(near.count === 1 ? near.agencies : []), ...near.suggestions] : []
  const agenciesFound = [...home, ...rows.filter((row) => !home.some((one) => one.id === row.id))]
  const groups = [
    { label: t('close'), options: q === '' ? suggestions.map((one) => asOption(one)) : [] },
    {
      label: t('classes'),
      options: asked.flatMap((name) => classOption(classes.data?.readings[name], (n) => t('many', { n: count(n) }))),
    },
    {
      label: t('agencies'),
      options: q === '' ? [] : agenciesFound.map((row) => asOption(row, noteOf(row.id))),
    },
  ].filter((group) => group.options.length > 0)
  const offered = new Map(groups.flatMap((group) => group.options).map((option) => [option.value, option.targets]))
  const kept = new Map(entries.map((entry) => [entry.key, entry.targets]))

  return (
    <Select
      id={id}
      mode="multiple"
      className="target-field"
      data-role={party}
      variant={party === 'lead' ? 'outlined' : 'borderless'}
      {...(unsure ? { status: 'warning' as const } : {})}
      aria-describedby={describedBy}
      labelInValue
      open={open}
      onOpenChange={setOpen}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped, autoClearSearchValue: true }}
      placeholder={party === 'lead' ? t('place') : t('add')}
      notFoundContent={q === '' ? null : t('none')}
      value={entries.map((entry) => ({ value: entry.key, label: entry.label }))}
      tagRender={chipsOf(entries, party)}
      options={groups}
      optionRender={optionWords}
      onChange={(chosen) => {
        setTyped('')
        setOpen(chosen.length <= entries.length && open)
        // A name nobody knew is answered by the first choice that is made for it.
        const fresh = chosen.find((one) => !kept.has(one.value))
        const unknown = fresh ? entries.find((entry) => !entry.known && !isWords(entry, names))?.key : undefined
        onChange(chosen.filter((one) => one.value !== unknown).flatMap((one) => kept.get(one.value) ?? offered.get(one.value) ?? []))
      }}
    />
  )
}

/** "Các cơ quan liên quan" is no name that waits for its agency. */
const isWords = (entry: Entry, names: Names): boolean => names.reading(entry.targets[0]?.as ?? '')?.openEnded ?? false

const chipsOf = (entries: Entry[], party: TargetFieldProps['party']) =>
  function chip({ value, onClose }: { value?: unknown; onClose: () => void }) {
    const entry = entries.find((one) => one.key === value)
    return entry ? <TargetChip entry={entry} party={party} onRemove={onClose} /> : <span />
  }

const optionWords = ({ data }: { data: unknown }) => {
  const { label, note } = data as Option
  return (
    <span className="target-option">
      {label} <span className="meta">{note}</span>
    </span>
  )
}

/** A class, or a list that one name stands for; single agencies are found by the directory. */
const classOption = (reading: NameReading | undefined, many: (n: number) => string): Option[] => {
  if (!reading || reading.targets.some((target) => target.kind === 'unknown')) return []
  const isClass = reading.targets[0]?.kind === 'class' || reading.count > 1
  if (!isClass) return []
  const key = reading.targets[0]?.kind === 'class' ? `class ${reading.as}` : `a ${reading.as}`
  return [{ value: key, label: reading.as, note: many(reading.count), targets: reading.targets }]
}
