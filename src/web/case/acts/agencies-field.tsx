import { useQuery } from '@tanstack/react-query'
import { AgencySelect } from '../../directory/agency-select.tsx'
import { agencyTypesQuery } from '../../directory/directory-queries.ts'
import { useMe } from '../../shell/session.ts'
import type { NamedAgency } from './payload.ts'

/** Agencies under one's own, found by name. Divisions are left out: work is handed on to them, not delegated. */
export const AgenciesField = ({
  value,
  onChange,
  ...rest
}: {
  id: string
  value: NamedAgency[]
  onChange: (agencies: NamedAgency[]) => void
}) => {
  const me = useMe()
  const { data: types } = useQuery(agencyTypesQuery)
  const divisions = new Set(types?.filter((type) => type.answersThrough === 'parent').map((type) => type.id))
  return <AgencySelect {...rest} many under={me.post.agency.id} without={divisions} value={value} onChange={onChange} />
}
