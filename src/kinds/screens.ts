import type { KindScreens } from '../web/case/kind-screens.ts'

/** The web's list of kinds; the only place in the web that names one. */
export const kindScreens: KindScreens[] = []
