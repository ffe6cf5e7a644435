import type { ReactNode } from 'react'
import './sign.css'

/** Signs that go with a word; 14 px, drawn in the colour of the text around them. `--cut` is the colour seen through a filled one. */
const shapes = {
  alert: (
    <>
      <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      <path d="M7 3.5v3.8" stroke="var(--cut)" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="7" cy="10.3" r="1.2" fill="var(--cut)" stroke="none" />
    </>
  ),
  clock: (
    <>
      <circle cx="7" cy="7" r="5.9" />
      <path d="M7 3.8V7l2.2 1.6" />
    </>
  ),
  half: (
    <>
      <circle cx="7" cy="7" r="5.9" />
      <path d="M7 1.1a5.9 5.9 0 0 1 0 11.8z" fill="currentColor" />
    </>
  ),
  hourglass: <path d="M3 1.2h8M3 12.8h8M3.8 1.2c0 3.4 3.2 3.9 3.2 5.8S3.8 9.4 3.8 12.8M10.2 1.2C10.2 4.6 7 5.1 7 7s3.2 2.4 3.2 5.8" />,
  tick: (
    <>
      <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      <path d="M4.2 7.2 6.2 9.2 9.9 5.1" stroke="var(--cut)" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" fill="none" />
    </>
  ),
  ring: <circle cx="7" cy="7" r="5.4" />,
  return: <path d="M5.2 2.2 2.2 5.2l3 3M2.4 5.2H8.6a3.3 3.3 0 0 1 0 6.6H5" strokeLinecap="round" strokeLinejoin="round" />,
  calendar: <path d="M1.8 3h10.4v9.2H1.8zM1.8 6h10.4M4.6 1.4v2.8M9.4 1.4v2.8" strokeLinejoin="round" />,
  pause: <path d="M4.8 3v8M9.2 3v8" strokeWidth="1.8" strokeLinecap="round" />,
  triangle: (
    <>
      <path d="M7 1 13.6 12.6H.4z" fill="currentColor" strokeLinejoin="round" />
      <path d="M7 4.9v3.1" stroke="var(--cut)" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="7" cy="10.5" r="1" fill="var(--cut)" stroke="none" />
    </>
  ),
  info: (
    <>
      <circle cx="7" cy="7" r="5.9" />
      <path d="M7 6.4v3.6M7 3.9v.2" strokeLinecap="round" />
    </>
  ),
  dash: (
    <>
      <circle cx="7" cy="7" r="5.9" />
      <path d="M4.4 7h5.2" strokeLinecap="round" />
    </>
  ),
  question: (
    <>
      <circle cx="7" cy="7" r="5.9" />
      <path d="M5.4 5.5C5.5 3.4 8.7 3.5 8.6 5.5 8.5 6.8 7 6.7 7 8.2M7 10.2v.1" strokeLinecap="round" />
    </>
  ),
  lock: (
    <>
      <rect x="2.2" y="6" width="9.6" height="6.6" rx="1.2" />
      <path d="M4.4 6V4.2a2.6 2.6 0 0 1 5.2 0V6M7 8.4v1.8" strokeLinecap="round" />
    </>
  ),
  shield: (
    <>
      <path d="M7 .9 12 2.6v4c0 3-2.1 5.4-5 6.5-2.9-1.1-5-3.5-5-6.5v-4z" strokeLinejoin="round" />
      <path d="M4.8 6.9 6.4 8.5 9.3 5.4" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  clip: <path d="M12 6.2 7 11.2a3 3 0 0 1-4.3-4.3l5.2-5.1a2 2 0 0 1 2.9 2.9L5.7 9.8a1 1 0 0 1-1.5-1.4L8.6 4" strokeLinecap="round" />,
} satisfies Record<string, ReactNode>

export type SignName = keyof typeof shapes

/** Always beside a word, so hidden from screen readers. */
export const Sign = ({ name, size = 14, className = '' }: { name: SignName; size?: number; className?: string }) => (
  <svg
    className={`sign ${className}`}
    width={size}
    height={size}
    viewBox="0 0 14 14"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.2"
    aria-hidden="true"
  >
    {shapes[name]}
  </svg>
)
