import type { WaitingRow } from '../../kernel/http/views.ts'
export default function ChaseDrawer(_: { rows: WaitingRow[]; onClose: () => void }) {
  return null
}
