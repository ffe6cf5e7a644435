import { relative } from 'node:path'
import type { EventData } from 'node:test'
import { inspect } from 'node:util'

export type Counts = { passed: number; failed: number; skipped: number }

export function addCounts(...all: Counts[]): Counts {
  return all.reduce((sum, { passed, failed, skipped }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped,
  }))
}

/** `12 passed, 0 failed`, and how many were skipped if any. */
export function countLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Which of the three a finished test was; undefined for what groups tests and for a file as a whole that merely passed. */
export function verdictOf(type: 'test:pass' | 'test:fail', data: EventData.TestPass | EventData.TestFail): keyof Counts | undefined {
  if (data.details.type === 'suite' && !isOwnFailure(type, data)) return undefined
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped'
  if (type === 'test:fail') return isOwnFailure(type, data) ? 'failed' : undefined
  return data.name === data.file ? undefined : 'passed'
}

/** A suite whose tests failed has said so already; one whose hook failed has not. */
function isOwnFailure(type: string, data: EventData.TestPass | EventData.TestFail): boolean {
  if (type !== 'test:fail') return false
  const { error } = (data as EventData.TestFail).details
  return !('failureType' in error && error.failureType === 'subtestsFailed')
}

/** What failed, where, and why, for a person who reads only the end of the output. */
export function failureText(data: EventData.TestFail): string {
  const { error } = data.details
  const reason = error.cause ?? error
  const place = data.file ? `${relative(process.cwd(), data.file)}:${data.line ?? 1}` : ''
  const text = reason instanceof Error ? inspect(reason, { depth: 6 }) : String(reason)
  return `✖ ${data.name}\n  ${place}\n${text.replaceAll(/^/gm, '  ')}\n`
}
