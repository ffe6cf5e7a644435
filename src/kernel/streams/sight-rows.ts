import type { Sections } from './sections.ts'

/** The feed of a subject, once a case: the first role that is named stays, unless it was that of a reader. */
export const feedRow = (sections: Sections, subjectId: string, caseId: string, role: string, at: string) => {
  const key = `${caseId}:${subjectId}`
  const had = sections.get('feed', key)
  if (had && had.role !== 'reader') had.updated_at = at
  else sections.put('feed', key, { subject_id: subjectId, case_id: caseId, role, updated_at: at })
}

/** A reason to see, once; what began earlier keeps its beginning. */
export const visibleRow = (
  sections: Sections,
  row: {
    subject_id: string
    stream_id: string
    case_id: string
    level: number
    reason: string
    valid_from: string
    valid_until: string | null
  },
) => {
  const key = `${row.subject_id}:${row.stream_id}:${row.reason}`
  sections.put('visible', key, { ...row, valid_from: sections.get('visible', key)?.valid_from ?? row.valid_from })
}
