import { fill, type Params, type Text } from '../problems/problem.ts'

/** What the system itself tells, by key; what a stream type tells stands with its decider. */
export const GENERAL_NOTIFICATIONS = {
  'reminder.due': { vi: 'Sắp đến hạn: {title}', en: 'Due soon: {title}' },
  'reminder.overdue': { vi: 'Đã quá hạn: {title}', en: 'Overdue: {title}' },
} as const satisfies Readonly<Record<string, Text>>

/** Where the texts of notifications are found by key. */
export type KnownNotifications = { notification: (what: string) => Text | undefined }

/** The text of a notification in both languages. A key that nobody knows shows as it is, so that a slip is seen. */
export const notificationText = (known: KnownNotifications, what: string, params: Record<string, string | number | null>): Text => {
  const filled: Params = Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string | number] => entry[1] !== null))
  return fill(known.notification(what) ?? { vi: what, en: what }, filled)
}
