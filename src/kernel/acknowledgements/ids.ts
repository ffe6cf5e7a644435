import { derivedId } from '../streams/derived-id.ts'

/** The stream in which an agency keeps whom it asks to read the text of a case. */
export const acknowledgementId = (caseId: string, agencyId: string): string => derivedId(`${caseId}/acknowledgement/${agencyId}`)

/** The stream of what one officer has read of the text of a case; nobody else sees it. */
export const readingId = (caseId: string, officerId: string): string => derivedId(`${caseId}/reading/${officerId}`)
