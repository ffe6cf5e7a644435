import { useQuery } from '@tanstack/react-query'
import { ErrorNote } from '../ui/error-note.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT } from '../shell/i18n.ts'
import { fulfilmentQuery } from './case-queries.ts'
import { FulfilmentContent } from './fulfilment-content.tsx'
import { fulfilmentWords } from './fulfilment-messages.ts'

/** A fulfilment over its case. */
export default function FulfilmentDrawer({ id, onOpen, onClose }: { id: string; onOpen: (id: string) => void; onClose: () => void }) {
  const t = useT(fulfilmentWords)
  const { data, error, refetch } = useQuery(fulfilmentQuery(id))
  return (
    <FormDrawer title={t('title', { n: data?.ordinal ?? '' })} onClose={onClose} width={680}>
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <WaitingRows rows={6} />}
      {data && <FulfilmentContent view={data} onOpen={onOpen} />}
    </FormDrawer>
  )
}
