import type { ReactNode } from 'react'
import { Drawer } from 'antd'
import { useGiveBack } from './use-give-back.ts'
import { useOverlay } from './use-keys.ts'
import './form-drawer.css'

/** A form over the list. Escape closes it; what was typed is the draft's to keep. Load it lazily. */
export const FormDrawer = ({
  title,
  open = true,
  onClose,
  onClosed,
  footer,
  children,
  width = 520,
}: {
  title: ReactNode
  open?: boolean
  onClose: () => void
  /** After the motion is over: the place to give the focus back. */
  onClosed?: () => void
  footer?: ReactNode
  children: ReactNode
  width?: number
}) => {
  useOverlay(open)
  useGiveBack()
  return (
    <Drawer
      title={title}
      open={open}
      onClose={onClose}
      afterOpenChange={(isOpen) => {
        if (!isOpen) onClosed?.()
      }}
      footer={footer}
      size={`min(${width}px, 100vw)`}
      destroyOnHidden
      classNames={{ header: 'form-drawer-head', body: 'form-drawer-body', footer: 'form-drawer-foot' }}
    >
      {children}
    </Drawer>
  )
}
