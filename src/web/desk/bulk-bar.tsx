import type { DeskRow } from '../../kernel/http/views.ts'
export const BulkBar = (_: { rows: DeskRow[]; onDone: () => void }) => null
