import type { Text } from '../../kernel/problems/problem.ts'

/** What the notifications of directives say. {asker} is who asks or answers, {number} the case's number, {title} what it is about. */
export const DIRECTIVE_NOTIFICATIONS = {
  'directive.informed': { vi: '{asker} gửi để biết {number}: {title}', en: '{asker} informs you of {number}: {title}' },
  'directive.coordinating': { vi: '{asker} mời phối hợp theo {number}: {title}', en: '{asker} asks you to take part in {number}: {title}' },
  'directive.closed': { vi: '{asker} kết thúc {number}: {title}', en: '{asker} closed {number}: {title}' },
  'directive.amended': { vi: '{number} được sửa đổi, bổ sung: {title}', en: '{number} was amended: {title}' },
  'directive.replaced': { vi: '{number} được thay thế: {title}', en: '{number} was replaced: {title}' },
} as const satisfies Readonly<Record<string, Text>>

export type DirectiveNotification = keyof typeof DIRECTIVE_NOTIFICATIONS
