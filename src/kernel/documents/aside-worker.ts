import { parentPort, workerData } from 'node:worker_threads'

/** The thread of aside(): loads the module, calls its function once, and answers with what it made. */
const { module, name, given } = workerData as { module: string; name: string; given: unknown }
const functions = (await import(module)) as Record<string, (given: unknown) => unknown>
parentPort?.postMessage(await functions[name]?.(given))
