import type { DeadlineStatus, FulfilmentView, ProgressView } from '../../../../kernel/http/views.ts'
import type { DirectiveAssignmentState } from '../../contract.ts'

/** An assignment whose agencies are counted in one row, or one agency's part. */
export type Part =
  | { kind: 'one'; row: FulfilmentView; assignment: DirectiveAssignmentState | undefined }
  | { kind: 'class'; progress: ProgressView['assignments'][number]; assignment: DirectiveAssignmentState | undefined }

export type Grouping = 'agency' | 'deadline' | 'assignment'
export type Group = { key: string; sort: string; parts: Part[]; done: number; total: number }

/** With more agencies than this an assignment stands in one row. */
export const ROLL_UP = 6

const DONE: ReadonlySet<DeadlineStatus> = new Set(['done-in-time', 'done-late', 'cancelled'])
/** What an officer must see first among rows. */
const BY_WEIGHT: DeadlineStatus[] = [
  'overdue',
  'declined',
  'returned',
  'due-soon',
  'waiting-confirmation',
  'in-time',
  'not-begun',
  'suspended',
  'done-late',
  'done-in-time',
  'cancelled',
]
/** What stands for many: a limit that runs comes before one agency's refusal. */
const FOR_MANY: DeadlineStatus[] = [
  'overdue',
  'due-soon',
  'in-time',
  'not-begun',
  'returned',
  'waiting-confirmation',
  'declined',
  'suspended',
  'done-late',
  'done-in-time',
  'cancelled',
]

export const isDone = (status: DeadlineStatus): boolean => DONE.has(status)

/** The status that stands for many: the heaviest of them. */
export const worstOf = (counts: Partial<Record<DeadlineStatus, number>>): DeadlineStatus =>
  FOR_MANY.find((status) => (counts[status] ?? 0) > 0) ?? 'not-begun'

export const isRolledUp = (progress: ProgressView['assignments'][number]): boolean => progress.total > ROLL_UP

/** All parts of the directive that the reader may see: rolled-up assignments and single agencies' rows. */
export const partsOf = (progress: ProgressView, rows: FulfilmentView[], assignments: DirectiveAssignmentState[]): Part[] => {
  const byId = new Map(assignments.map((one) => [one.id, one]))
  const rolled = progress.assignments.filter(isRolledUp)
  const rolledIds = new Set(rolled.map((one) => one.assignmentId))
  return [
    ...rolled.map((one): Part => ({ kind: 'class', progress: one, assignment: byId.get(one.assignmentId) })),
    ...rows
      .filter((row) => !rolledIds.has(row.assignmentId))
      .map((row): Part => ({ kind: 'one', row, assignment: byId.get(row.assignmentId) })),
  ].toSorted((a, b) => ordinalOf(a) - ordinalOf(b))
}

export const ordinalOf = (part: Part): number => (part.kind === 'one' ? part.row.ordinal : part.progress.ordinal)
export const statusOf = (part: Part): DeadlineStatus => (part.kind === 'one' ? part.row.clock.status : worstOf(part.progress.counts))
export const assignmentIdOf = (part: Part): string => (part.kind === 'one' ? part.row.assignmentId : part.progress.assignmentId)

/** Is anything of this part in one of the statuses? */
export const isIn = (part: Part, statuses: readonly DeadlineStatus[]): boolean =>
  part.kind === 'one' ? statuses.includes(part.row.clock.status) : statuses.some((status) => (part.progress.counts[status] ?? 0) > 0)

export const isPartDone = (part: Part): boolean =>
  part.kind === 'one' ? isDone(part.row.clock.status) : part.progress.done === part.progress.total

const dueOf = (part: Part): string | null => (part.kind === 'one' ? part.row.clock.dueAt : part.progress.dueAt)

const bucketOf = (part: Part): string => {
  if (isPartDone(part)) return '5 done'
  const status = statusOf(part)
  if (status === 'overdue') return '1 overdue'
  if (status === 'due-soon') return '2 soon'
  return dueOf(part) ? '3 later' : '4 none'
}

const two = (n: number) => String(n).padStart(6, '0')

const keyOf = (part: Part, by: Grouping): { key: string; sort: string } => {
  if (by === 'deadline') return { key: bucketOf(part), sort: bucketOf(part) }
  if (by === 'assignment' || part.kind === 'class') return { key: assignmentIdOf(part), sort: two(ordinalOf(part)) }
  return { key: part.row.agency.id, sort: two(ordinalOf(part)) }
}

/** Parts under their heads. Groups keep the order of the document, by deadline the order of time. */
export const groupsOf = (parts: Part[], by: Grouping): Group[] => {
  const groups = new Map<string, Group>()
  for (const part of parts) {
    const { key, sort } = keyOf(part, by)
    const group = groups.get(key) ?? { key, sort, parts: [], done: 0, total: 0 }
    group.parts.push(part)
    group.done += Number(isPartDone(part))
    group.total += 1
    groups.set(key, group)
  }
  const sorted = [...groups.values()].toSorted((a, b) => a.sort.localeCompare(b.sort))
  for (const group of sorted) {
    group.parts.sort((a, b) =>
      by === 'deadline'
        ? String(dueOf(a) ?? '~').localeCompare(String(dueOf(b) ?? '~'))
        : BY_WEIGHT.indexOf(statusOf(a)) - BY_WEIGHT.indexOf(statusOf(b)),
    )
  }
  return sorted
}
