import type { ReactNode } from 'react'
import './key-hint.css'

/** A key as it stands on the keyboard. Decoration for those who see; the meaning stands beside it in words. */
export const KeyHint = ({ children }: { children: ReactNode }) => <kbd className="key-hint">{children}</kbd>
