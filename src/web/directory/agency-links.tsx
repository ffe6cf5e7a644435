import { Link } from '@tanstack/react-router'
import type { AgencyRef } from '../../kernel/http/views.ts'

export const AgencyLinks = ({ agencies }: { agencies: AgencyRef[] }) => (
  <ul className="plain-rows">
    {agencies.map((agency) => (
      <li key={agency.id}>
        <Link to={`/directory/${agency.id}`}>{agency.name}</Link>
      </li>
    ))}
  </ul>
)
