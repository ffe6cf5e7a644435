import { accessDecider } from './kernel/access/requests/access.ts'
import { accessRequestDecider } from './kernel/access/requests/request.ts'
import { acknowledgementDecider } from './kernel/acknowledgements/acknowledgement.ts'
import { readingDecider } from './kernel/acknowledgements/reading.ts'
import { directoryDeciders } from './kernel/agencies/streams/index.ts'
import { fulfilmentDecider } from './kernel/assignments/fulfilment.ts'
import { noteDecider } from './kernel/cases/notes.ts'
import type { AnyDecider } from './kernel/streams/decider.ts'
import { kinds } from './kinds/index.ts'

/** The rules of every stream type of the product: the kernel's own and the kinds'. */
export const allDeciders: readonly AnyDecider[] = [
  fulfilmentDecider,
  noteDecider,
  accessDecider,
  accessRequestDecider,
  acknowledgementDecider,
  readingDecider,
  ...directoryDeciders,
  ...kinds.map((kind) => kind.decider),
]
