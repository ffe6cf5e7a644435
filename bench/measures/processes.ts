import type { Bench } from '../bench.ts'
/** Twice the processes. */
export const measureProcesses = async (_bench: Bench): Promise<void> => {}
