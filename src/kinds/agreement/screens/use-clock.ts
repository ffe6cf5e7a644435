import { useQuery } from '@tanstack/react-query'
import { useNow } from '../../../web/shell/server-time.ts'
import { dayOf } from '../../../web/ui/dates.ts'
import type { AgreementClockView } from '../views.ts'
import { clockQuery } from './queries.ts'

/** The limits of an agreement, asked again when a new day begins; undefined until they are known. */
export const useClock = (caseId: string): AgreementClockView | undefined => useQuery(clockQuery(caseId, dayOf(useNow()))).data
