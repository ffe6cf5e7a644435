import { AgencySelect } from '../../directory/agency-select.tsx'
import { useMe } from '../../shell/session.ts'
import type { NamedAgency } from './payload.ts'

/** Agencies under one's own, found by name. */
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
  return <AgencySelect {...rest} many under={me.post.agency.id} value={value} onChange={onChange} />
}
