import type { Decider } from '../streams/decider.ts'
import { availableForFulfilment } from './available.ts'
import { fulfilmentCommands } from './commands.ts'
import { decideFulfilment } from './decide.ts'
import { fulfilmentEvents, type FulfilmentEvent } from './events.ts'
import { evolveFulfilment } from './evolve.ts'
import { prepareFulfilment, type FulfilmentFacts } from './facts.ts'
import { projectFulfilment } from './project.ts'
import { FULFILMENT_NOTIFICATIONS, type FulfilmentNotification } from './notification-texts.ts'
import { initialFulfilment, type FulfilmentState } from './state.ts'

/** The rules of the stream 'fulfilment': one agency's part of an assignment of any case. */
export const fulfilmentDecider: Decider<FulfilmentState, FulfilmentEvent, FulfilmentFacts | undefined, FulfilmentNotification> = {
  type: 'fulfilment',
  stateVersion: 1,
  events: fulfilmentEvents,
  commands: fulfilmentCommands,
  initial: initialFulfilment,
  evolve: evolveFulfilment,
  available: availableForFulfilment,
  decide: decideFulfilment,
  project: projectFulfilment,
  prepare: prepareFulfilment,
  notifications: FULFILMENT_NOTIFICATIONS,
}
