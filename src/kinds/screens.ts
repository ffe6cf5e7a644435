import type { KindScreens } from '../web/case/kind-screens.ts'
import { agreementScreens } from './agreement/screens/index.tsx'
import { directiveScreens } from './directive/screens/index.tsx'

/** The web's list of kinds; the only place in the web that names one. */
export const kindScreens: KindScreens[] = [directiveScreens, agreementScreens]
