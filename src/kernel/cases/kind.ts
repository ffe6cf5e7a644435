import type { FastifyInstance } from 'fastify'
import type { Service } from '../http/service.ts'
import type { Text } from '../problems/problem.ts'
import type { AnyDecider } from '../streams/decider.ts'
import type { Coming } from './coming.ts'
import type { TimelineTexts } from './reads/timeline.ts'

/** A field of the case's row that lists of this kind can be filtered by. */
export type SearchField = { key: string; name: Text; type: 'text' | 'day' | 'agency' | 'choice'; choices?: Record<string, Text> }

/** Adds a kind's routes to those of every case: reading in, exports. */
export type KindRoutes = (app: FastifyInstance, service: Service) => void

/**
 * What a kind of case tells the kernel: its name, its rules (with the texts of its problems and notifications), and the words of its statuses and
 * events. The kernel knows no kind but by this.
 */
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
  coming?: Coming
  /** Routes beside its commands; loaded by the server alone, because they bring in what reads and writes documents. */
  routes?: () => Promise<KindRoutes>
}
