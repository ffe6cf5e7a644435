import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A server in a process of its own, as an operator starts it. */
export type ServerProcess = { url: string; kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void> }

/** Starts src/main.ts with these settings on a free port and waits until it says its address. Rejects with what it said where it ends before. */
export const startServerProcess = async (settings: Record<string, string>): Promise<ServerProcess> => {
  const { NODE_TEST_CONTEXT: _runner, ...env } = process.env
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
    env: { ...env, HOST: '127.0.0.1', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const address = new Promise<string>((resolve) => {
    createInterface(child.stdout!).on('line', (line) => {
      said.push(line)
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)
      if (found) resolve(found[0])
    })
  })
  const url = await Promise.race([
    address,
    ended.then(() => Promise.reject(new Error(`the server ended before it listened\n${said.join('\n')}`))),
  ])
  return {
    url,
    kill: async (signal) => {
      child.kill(signal)
      await ended
    },
  }
}
