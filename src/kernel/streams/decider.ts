import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { ProblemTexts } from '../problems/catalogue.ts'
import type { Reason, Text } from '../problems/problem.ts'
import type { Change } from './change.ts'
import type { Look } from './look.ts'

/** An event as a rule makes it. `data` is plain JSON; personal values inside are wrapped by `personal()`. */
export type NewEvent = { type: string; data: object }

/** An event as it stands in the log, opened and brought to its newest version. Times are UTC instants. */
export type LoggedEvent<E extends NewEvent = NewEvent> = E & {
  seq: string
  streamId: string
  caseId: string
  /** Position in the stream, from 1. */
  version: number
  /** When the server recorded it. */
  recordedAt: Date
  /** When it took effect, as the officer states; never later than recordedAt. */
  effectiveAt: Date
  officerId: string
  agencyId: string
}

/**
 * A stream that is born together with an event of another stream (a fulfilment when its order is issued).
 * Born of a stream that is not the case itself, it has that one as parent and stays inside: the case's owner does not see it as such.
 */
export type ChildStream = { type: string; id: string; events: NewEvent[] }

/** A command that follows from this one on another stream of the same case, in the same transaction. */
export type FollowUp = { streamId: string; command: string; payload: object }

/** What a rule answers. No events means that the command has no effect and is accepted (it is then still idempotent). */
export type Decision = {
  events: NewEvent[]
  /** Thousands are made one by one, as they are gone through, so that others get their turn between them. */
  children?: Iterable<ChildStream>
  followUps?: FollowUp[]
}

/** All that a rule may know beside its state. `facts` is what `prepare` read for it. */
export type Context<F = unknown> = {
  now: Date
  /** The moment the officer states; equals `now` unless stated. */
  effectiveAt: Date
  actor: Actor
  streamId: string
  caseId: string
  /** The version the stream stands at; 0 where it does not exist yet. */
  version: number
  /** True where the command follows from one on a stream above, so that the right was checked there. */
  followUp: boolean
  facts: F
}

/** Per command: may it be done now, and if not, why. The server enforces exactly this table and sends it. */
export type Available = Record<string, true | Reason>

export type Command = { name: string; payload: unknown }

/** A released event type: its newest version, the shape of its data, and how older versions are brought up. */
export type EventSpec = { version: number; schema: z.ZodType; upcast?: (data: object, version: number) => object }

/** A command's shape. `creates`: it opens the stream; 'also': it opens the stream where it is not there yet. */
export type CommandSpec = {
  payload: z.ZodType
  creates?: boolean | 'also'
  /** Follows only from commands on a stream above, or from the server itself; no route gives it. */
  internal?: boolean
  /** Can change thousands of streams at once: nobody's command waits to be written with it. */
  large?: boolean
  summary: { vi: string; en: string }
}

/**
 * The rules of one type of stream. All functions are pure: no database, no HTTP, no clock but `context.now`.
 * `evolve` must be exhaustive over its events and total over states (an erased body arrives as `data: { erased: true }`).
 * `project` says what an event changes in the tables that screens read; it sees the state before and after.
 * `prepare` is the only part that may read: it gathers facts through `Look` before `decide` runs, under the stream's lock.
 */
export type Rules<S = unknown, E extends NewEvent = NewEvent, F = unknown, N extends string = string> = {
  type: string
  /** Streams of this type are seen only by those named for them, not by the case's owner as such (internal notes). */
  inner?: boolean
  /** Opened under a case that stands already, by an agency that sees that case (internal notes, acknowledgements). */
  underCase?: boolean
  /** An entry of the directory: public to all officers, so that the rules alone check who may change it. */
  directory?: boolean
  /** Version of the state's shape: a snapshot of another version is ignored and rebuilt from the log. */
  stateVersion: number
  events: Record<string, EventSpec>
  commands: Record<string, CommandSpec>
  initial: () => S
  evolve: (state: S, event: LoggedEvent<E>) => S
  available: (state: S, context: Context<F>) => Available
  decide: (state: S, command: Command, context: Context<F>) => Decision
  project: (before: S, after: S, event: LoggedEvent<E>) => Change<N>[]
  prepare?: (state: S, command: Command, context: Context, look: Look) => Promise<F>
  /** The errors and reasons that only this type has, by code; the general ones need not be named. */
  problems?: ProblemTexts
}

/** What notifications say, by key. {asker} is who asks or answers, {number} the case's number; other places are the notification's params. */
export type NotificationTexts<N extends string = string> = Readonly<Record<N, Text>>

/** The rules with the texts of the notifications they make: a type that notifies and leaves one text out does not pass the type check. */
export type Decider<S = unknown, E extends NewEvent = NewEvent, F = unknown, N extends string = never> = Rules<S, E, F, N> &
  ([N] extends [never] ? { notifications?: never } : { notifications: NotificationTexts<N> })

/** Directory entries are kept under one case of this id, so that one key seals them all; people in them have keys of their own. */
export const DIRECTORY_CASE = '00000000-0000-4000-8000-00000000d1c0'

/** Erases the type parameters for registries that hold deciders of every sort. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyDecider = Rules<any, any, any> & { notifications?: NotificationTexts }
