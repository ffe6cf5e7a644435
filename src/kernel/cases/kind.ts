import type { Text } from '../problems/problem.ts'
import type { AnyDecider } from '../streams/decider.ts'
import type { TimelineTexts } from './reads/timeline.ts'

/** A field of the case's row that lists of this kind can be filtered by. */
export type SearchField = { key: string; name: Text; type: 'text' | 'day' | 'agency' | 'choice'; choices?: Record<string, Text> }

/** What a kind of case tells the kernel: its name, its rules, and the words of its statuses and events. */
export type KindManifest = {
  kind: string
  /** The type of the case's own stream, and its path in the API. */
  streamType: string
  /** Stands before the numbers that the system gives. */
  prefix: string
  name: Text
  decider: AnyDecider
  statuses: Record<string, Text>
  searchFields: readonly SearchField[]
  timeline: TimelineTexts
}
