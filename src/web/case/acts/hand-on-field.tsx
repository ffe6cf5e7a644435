import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { AgencyView } from '../../../kernel/http/views.ts'
import { api } from '../../shell/api.ts'
import { messages, useT } from '../../shell/i18n.ts'
import { foldWords } from '../../shell/fold-words.ts'
import { useMe } from '../../shell/session.ts'
import type { HandOnTo } from './payload.ts'

const words = messages({
  units: { vi: 'Phòng, đơn vị', en: 'Units' },
  officers: { vi: 'Cán bộ, theo chức vụ', en: 'Officers, by post' },
  place: { vi: 'Tìm phòng hoặc chức vụ', en: 'Find a unit or a post' },
})

/** Units and posts of one's own agency. */
export const HandOnField = ({
  value,
  onChange,
  ...rest
}: {
  id: string
  value: HandOnTo | null
  onChange: (to: HandOnTo | null) => void
}) => {
  const t = useT(words)
  const me = useMe()
  const { data, isPending } = useQuery({
    queryKey: ['agency', me.post.agency.id],
    queryFn: () => api.get<AgencyView>(`/agencies/${me.post.agency.id}`),
  })
  const units: HandOnTo[] = (data?.divisions ?? []).map((unit) => ({ kind: 'unit', id: unit.id, name: unit.name }))
  const officers: HandOnTo[] = (data?.posts ?? []).flatMap((post) =>
    post.officer
      ? [
          {
            kind: 'officer' as const,
            id: post.officer.id,
            name: post.unit.id === data?.id ? post.title : `${post.title}, ${post.unit.shortName}`,
          },
        ]
      : [],
  )
  const all = [...units, ...officers]
  const options = (list: HandOnTo[]) => list.map((one) => ({ value: `${one.kind}:${one.id}`, label: one.name }))
  return (
    <Select
      {...rest}
      loading={isPending}
      showSearch={{ filterOption: (typed, option) => foldWords(String(option?.label ?? '')).includes(foldWords(typed)) }}
      placeholder={t('place')}
      value={value ? `${value.kind}:${value.id}` : null}
      options={[
        { label: t('units'), options: options(units) },
        { label: t('officers'), options: options(officers) },
      ].filter((group) => group.options.length > 0)}
      onChange={(key: string | null) => onChange(all.find((one) => `${one.kind}:${one.id}` === key) ?? null)}
    />
  )
}
