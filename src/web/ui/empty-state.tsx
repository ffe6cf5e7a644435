import type { ReactNode } from 'react'
import './empty-state.css'

/** An empty screen teaches in one sentence and offers one act. */
export const EmptyState = ({ text, action }: { text: string; action?: ReactNode }) => (
  <div className="empty-state">
    <p>{text}</p>
    {action}
  </div>
)
