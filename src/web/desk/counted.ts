import { count } from '../shell/i18n.ts'

/** A number of the desk in words: the server counts to a thousand. */
export const counted = (n: number): string => (n < 1000 ? count(n) : '999+')
