import type { ProblemView } from '../../kernel/http/views.ts'
import type { Text } from './i18n.ts'

/** What the server refused (RFC 9457), or that it could not be reached (`code` 'network', status 0). */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly text: Text
  readonly extra: Record<string, unknown>

  constructor(problem: Pick<ProblemView, 'status' | 'code' | 'text'> & Record<string, unknown>) {
    super(problem.text.vi)
    this.name = 'ProblemError'
    this.status = problem.status
    this.code = problem.code
    this.text = problem.text
    this.extra = problem
  }
}

export const lostLink = (): ProblemError =>
  new ProblemError({
    status: 0,
    code: 'network',
    text: {
      vi: 'Mất kết nối với máy chủ. Nội dung đã nhập vẫn giữ. Thử lại.',
      en: 'The server cannot be reached. What you typed is kept. Try again.',
    },
  })

const unreadable = (status: number): ProblemError =>
  new ProblemError({
    status,
    code: 'unreadable',
    text: {
      vi: `Máy chủ trả lời không đọc được (mã ${status}). Nội dung đã nhập vẫn giữ. Thử lại sau ít phút.`,
      en: `The server's answer cannot be read (code ${status}). What you typed is kept. Try again in a few minutes.`,
    },
  })

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && typeof (value as Text).vi === 'string' && typeof (value as Text).en === 'string'

/** Turns an answer that is not a success into a ProblemError, whatever its body is. */
export const problemOf = async (answer: Response): Promise<ProblemError> => {
  try {
    const body = (await answer.json()) as Record<string, unknown>
    if (isText(body['text'])) {
      return new ProblemError({ ...body, status: answer.status, code: String(body['code'] ?? 'problem'), text: body['text'] })
    }
  } catch {
    // Not JSON: a proxy's page, or nothing. Said below in words of our own.
  }
  return unreadable(answer.status)
}
