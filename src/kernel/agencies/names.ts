import type { AgencyRef } from '../http/views.ts'

/** Names for ids, as lists show them. An id nobody knows reads as itself, never as an error. */
export type AgencyNames = { ref: (id: string) => AgencyRef }
