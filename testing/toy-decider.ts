import { z } from 'zod'
import { reason } from '../src/kernel/problems/catalogue.ts'
import { type Change, SIGHT } from '../src/kernel/streams/change.ts'
import type { Decider, NewEvent } from '../src/kernel/streams/decider.ts'
import { type Personal, personal } from '../src/kernel/streams/personal.ts'

/**
 * The smallest case that uses every part of the kernel: it counts, has parties, a person, children that count, and follow-ups on them.
 * Kernel tests stand on it, so that they do not depend on any kind.
 */
export type ToyEvent =
  | { type: 'toy.opened'; data: { title: string; person: Personal; partyIds: string[] } }
  | { type: 'toy.added'; data: { n: number } }
  | { type: 'toy.child-opened'; data: { title: string; agencyId: string } }

type ToyState = { opened: boolean; title: string; sum: number; person: string | null; ownerId: string; erased: boolean }

const title = z.string().min(1).max(200)
const events = {
  'toy.opened': { version: 1, schema: z.object({ title: z.string() }) },
  'toy.added': { version: 1, schema: z.object({ n: z.int() }) },
} as const

const summary = { vi: 'Thử', en: 'Try' }

const base = {
  stateVersion: 1,
  initial: (): ToyState => ({ opened: false, title: '', sum: 0, person: null, ownerId: '', erased: false }),
  evolve: (state: ToyState, event: ToyEvent & { agencyId: string }): ToyState => {
    if ('erased' in event.data) return state
    switch (event.type) {
      case 'toy.opened':
        return { ...state, opened: true, title: event.data.title, person: event.data.person.value, ownerId: event.agencyId }
      case 'toy.child-opened':
        return { ...state, opened: true, title: event.data.title, ownerId: event.data.agencyId }
      case 'toy.added':
        return { ...state, sum: state.sum + event.data.n }
    }
  },
}

export const toyDecider = {
  ...base,
  type: 'toy',
  events,
  commands: {
    open: {
      creates: true,
      summary,
      payload: z.object({ title, person: z.string(), partyIds: z.array(z.uuid()).default([]), childFor: z.array(z.uuid()).default([]) }),
    },
    add: { summary, payload: z.object({ n: z.int().min(-1000).max(1000) }) },
    addBelow: { summary, payload: z.object({ n: z.int() }) },
  },
  prepare: async (_state, _command, { caseId }, look) => look.streamsOf('toy-child', caseId),
  available: (state) => ({
    open: true,
    add: state.sum >= 100 ? reason('no-right') : true,
    addBelow: true,
  }),
  decide: (_state, command, { facts, caseId, actor }) => {
    switch (command.name) {
      case 'open': {
        const { title, person, partyIds, childFor } = command.payload as {
          title: string
          person: string
          partyIds: string[]
          childFor: string[]
        }
        return {
          events: [{ type: 'toy.opened', data: { title, person: personal(actor.officerId, person), partyIds } }],
          children: childFor.map((agencyId, i) => ({
            type: 'toy-child',
            id: caseId.slice(0, -4) + String(i).padStart(4, '0'),
            events: [{ type: 'toy.child-opened', data: { title: `${title} ${i}`, agencyId } }],
          })),
        }
      }
      case 'addBelow':
        return { events: [], followUps: facts.map((streamId) => ({ streamId, command: 'add', payload: command.payload as object })) }
      default:
        return { events: [{ type: 'toy.added', data: { n: (command.payload as { n: number }).n } }] }
    }
  },
  project: (before, after, event): Change[] => [
    {
      table: 'case',
      caseId: event.caseId,
      kind: 'toy',
      number: `TOY-${event.caseId.slice(0, 8)}`,
      title: after.title,
      status: 'open',
      ownerAgencyId: after.ownerId,
      areaCode: null,
      domains: [],
      documentDate: null,
      fields: { sum: after.sum },
    },
    ...(before.opened || event.type !== 'toy.opened'
      ? []
      : event.data.partyIds.map((agencyId): Change => ({
          table: 'party',
          caseId: event.caseId,
          agencyId,
          role: 'coordinating',
          from: event.recordedAt,
          until: null,
        }))),
    { table: 'search', caseId: event.caseId, number: 'TOY', title: after.title, text: after.title },
  ],
} satisfies Decider<ToyState, ToyEvent & NewEvent, string[]> as Decider<ToyState, ToyEvent & NewEvent, string[]>

export const toyChildDecider: Decider<ToyState, ToyEvent & NewEvent, null> = {
  ...base,
  type: 'toy-child',
  events: {
    'toy.child-opened': { version: 1, schema: z.object({ title: z.string() }) },
    'toy.child-added': { version: 1, schema: z.object({ n: z.int() }) },
  },
  commands: { add: { summary, payload: z.object({ n: z.int() }) } },
  evolve: (state, event) =>
    event.type === ('toy.child-added' as string)
      ? { ...state, sum: state.sum + (event.data as { n: number }).n }
      : base.evolve(state, event),
  available: (state, { actor, followUp }) => ({ add: followUp || actor.agencyId === state.ownerId ? true : reason('no-right') }),
  decide: (_state, command) => ({ events: [{ type: 'toy.child-added' as 'toy.added', data: command.payload as { n: number } }] }),
  project: (before, after, event): Change[] =>
    before.opened
      ? []
      : [
          {
            table: 'visible',
            subjectId: after.ownerId,
            streamId: event.streamId,
            caseId: event.caseId,
            level: SIGHT.part,
            reason: 'toy',
            from: event.recordedAt,
            until: null,
          },
        ],
}
