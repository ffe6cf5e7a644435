import { messages, useT } from '../shell/i18n.ts'

const words = messages({ clear: { vi: 'Bỏ chọn', en: 'Clear' } })

/** For a field of choice that may be emptied: its button named in the language of the screen. */
export const useClearing = (): { label: string; clearIcon: string } => ({ label: useT(words)('clear'), clearIcon: '×' })
