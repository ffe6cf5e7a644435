import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, query } from '../../../web/shell/api.ts'
import type { AcknowledgementView, AgreementClockView, ComparisonView, EvidenceTableView, EvidenceView } from '../views.ts'

// Every key begins with the case, so that whatever the live stream says of it asks again for these too.

/** What was done for each clause from one day to another; the present half-year where no days are given. */
export const evidenceQuery = (caseId: string, from: string | undefined, until: string | undefined) =>
  queryOptions({
    queryKey: ['case', caseId, 'evidence', from ?? null, until ?? null],
    queryFn: ({ signal }) => api.get<EvidenceView>(`/cases/${caseId}/evidence${query({ from, until })}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const evidenceTableQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'evidence-table'],
    queryFn: ({ signal }) => api.get<EvidenceTableView>(`/cases/${caseId}/evidence/table`, { signal }),
  })

export const comparisonQuery = (caseId: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'compare', from, to],
    queryFn: ({ signal }) => api.get<ComparisonView>(`/cases/${caseId}/versions/compare${query({ from, to })}`, { signal }),
  })

export const acknowledgementQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'acknowledgement'],
    queryFn: ({ signal }) => api.get<AcknowledgementView>(`/cases/${caseId}/acknowledgement`, { signal }),
  })

/** When data is cut next, and the briefings that are to come with their hosts, as they stand on a day. */
export const clockQuery = (caseId: string, today: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'agreement-clock', today],
    queryFn: ({ signal }) => api.get<AgreementClockView>(`/cases/${caseId}/agreement-clock`, { signal }),
  })
