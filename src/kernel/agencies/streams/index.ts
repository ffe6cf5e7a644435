import type { AnyDecider } from '../../streams/decider.ts'
import { agencyDecider } from './agency.ts'
import { contactPointDecider } from './contact-point.ts'
import { directoryDecider } from './import.ts'
import { mandateDecider } from './mandate.ts'
import { officerDecider } from './officer.ts'
import { postDecider } from './post.ts'

/** The stream types of the directory, for the server's registry. */
export const directoryDeciders: AnyDecider[] = [
  agencyDecider,
  officerDecider,
  postDecider,
  mandateDecider,
  contactPointDecider,
  directoryDecider,
]
