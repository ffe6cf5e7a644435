import { useId, type ReactNode } from 'react'
import { Button as AntButton } from 'antd'
import { announceRefusal } from './announce.tsx'
import { Sign } from './sign.tsx'
import './button.css'

export type ActButtonProps = {
  children: ReactNode
  onClick?: () => void
  /** Sends the form it stands in. */
  submit?: boolean
  primary?: boolean
  danger?: boolean
  small?: boolean
  icon?: ReactNode
  /** Why it may not be done now. The button stays focusable, and the reason is its description. */
  reason?: string | null
  /** Write the reason beside the button; otherwise the caller shows it. */
  showReason?: boolean
  busy?: boolean
}

/** A button for an act. While busy it keeps its place and words; a refused one says why instead of acting. */
export const ActButton = ({ children, onClick, primary, danger, small, icon, reason, showReason, busy, submit }: ActButtonProps) => {
  const id = useId()
  const refused = Boolean(reason)
  return (
    <>
      {refused && (
        <span id={id} className={showReason ? 'act-reason' : 'sr-only'}>
          {showReason && <Sign name="lock" size={13} />}
          {reason}
        </span>
      )}
      <AntButton
        type={primary && !refused ? 'primary' : 'default'}
        danger={danger && !refused}
        size={small ? 'small' : 'middle'}
        icon={icon}
        className={refused ? 'act-refused' : undefined}
        htmlType={submit ? 'submit' : 'button'}
        aria-disabled={refused || busy || undefined}
        aria-describedby={refused ? id : undefined}
        onClick={(event) => {
          if (refused || busy) event.preventDefault()
          if (refused) announceRefusal(String(reason))
          else if (!busy) onClick?.()
        }}
      >
        {children}
      </AntButton>
    </>
  )
}
