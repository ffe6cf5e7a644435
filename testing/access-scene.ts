import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD } from '../src/demo/officers.ts'
import { deliverAll } from '../src/kernel/access/requests/delivery.ts'
import { type RunningServer, signedIn, startServer } from './running-server.ts'

export type Answer = { status: number; headers: Headers; body: string }

/** An officer at the HTTP interface. */
export type AtDesk = {
  agencyId: string
  get: (path: string) => Promise<Answer>
  read: <T>(path: string) => Promise<T>
  post: (path: string, payload: unknown) => Promise<Answer>
}

/** A server over the demo, with officers who ask for access and officers who answer. */
export class AccessScene {
  readonly server: RunningServer

  constructor(server: RunningServer) {
    this.server = server
  }

  static async open(): Promise<AccessScene> {
    return new AccessScene(await startServer())
  }

  async officer(account: string): Promise<AtDesk> {
    const { url } = this.server
    const headers = await signedIn(url, account, DEMO_PASSWORD)
    const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
      const answer = await fetch(`${url}/api${path}`, { ...init, headers: { ...headers, ...init.headers } })
      return { status: answer.status, headers: answer.headers, body: await answer.text() }
    }
    const get = (path: string) => ask(path)
    const read = async <T>(path: string): Promise<T> => JSON.parse((await get(path)).body) as T
    const me = await read<{ post: { agency: { id: string } } }>('/me')
    return {
      agencyId: me.post.agency.id,
      get,
      read,
      post: (path, payload) =>
        ask(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
          body: JSON.stringify(payload),
        }),
    }
  }

  /** Carries what was asked to those it fits, as the worker does by itself every few seconds. */
  deliver(): Promise<void> {
    return deliverAll(this.server.service.kernel, this.server.service.pools.system)
  }

  async rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.server.service.pools.system.query(sql, values)).rows as T[]
  }

  stop(): Promise<void> {
    return this.server.stop()
  }
}
