import type { Bench } from '../bench.ts'
/** Rebuild. */
export const measureRebuild = async (_bench: Bench): Promise<void> => {}
