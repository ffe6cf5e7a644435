import { derivedId } from '../../streams/derived-id.ts'

/** The stream in which an agency keeps its own requests for access. */
export const requestsId = (agencyId: string): string => derivedId(`${agencyId}/access-requests`)

/** The stream of what one request asks of one case. */
export const accessId = (caseId: string, requestId: string): string => derivedId(`${caseId}/access/${requestId}`)
