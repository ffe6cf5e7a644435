import type { Doing } from './desk-page.tsx'
export default function DeskActDrawer(_: { doing: Doing; onClose: () => void }) {
  return null
}
