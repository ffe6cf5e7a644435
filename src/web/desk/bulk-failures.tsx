import { useText } from '../shell/i18n.ts'
import { Sign } from '../ui/sign.tsx'
import type { BulkFailure } from './use-bulk.ts'

/** What could not be done, each with its reason. */
export const BulkFailures = ({ failures }: { failures: BulkFailure[] }) => {
  const text = useText()
  if (failures.length === 0) return null
  return (
    <div className="error-note" role="alert">
      <Sign name="alert" size={15} />
      <ul>
        {failures.map(({ job, error }) => (
          <li key={job.id}>
            {job.title}: {text(error.text)}
          </li>
        ))}
      </ul>
    </div>
  )
}
