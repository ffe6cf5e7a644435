import pg from 'pg'
import { CHANNEL } from './notifier.ts'

/**
 * What happened, for the agencies concerned: ids only; whoever listens reads the rest under the policies. `seers` are those of them that may
 * know of the case now; the others (a party that left, an asker of work inside another agency) read anew without being told which case it was.
 */
export type Wake = { caseId: string; streamId: string; agencies: string[]; seers: string[] }

/** Where the connection works; it reads what the notices name, so that no other work of the server is waited for. */
const AS_WORKER = '-c role=app_system -c search_path=public -c TimeZone=UTC'

/**
 * Hears the notices of all processes over one connection of its own and hands them on. Reconnects by itself; `onGap` is called when notices may
 * have been missed, so that listeners read anew, and `onLost` as soon as the connection breaks: the next one may lead to another PostgreSQL.
 */
export class Listener {
  readonly #url: string
  readonly #onWake: (wakes: Wake[]) => void
  readonly #onGap: () => void
  readonly #onLost: () => void
  #client: pg.Client | null = null
  #stopped = false

  constructor(url: string, onWake: (wakes: Wake[]) => void, onGap: () => void, onLost: () => void = () => {}) {
    this.#url = url
    this.#onWake = onWake
    this.#onGap = onGap
    this.#onLost = onLost
  }

  /** Resolves once it listens. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'hiepdong listen',
      keepAlive: true,
      pipeline: true,
      options: AS_WORKER,
    })
    client.on('error', () => this.#lost(client))
    client.on('end', () => this.#lost(client))
    client.on('notification', ({ payload }) => void this.#read(client, payload ?? ''))
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    this.#client = client
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#client?.end()
  }

  async #read(client: pg.Client, payload: string): Promise<void> {
    try {
      const { rows } = await client.query({
        name: 'heard',
        text: `select o.case_id, o.stream_id, o.agencies, array(select distinct v.subject_id from visible v where v.case_id = o.case_id
           and v.subject_id = any(o.agencies) and now() >= v.valid_from and now() < v.valid_until) as seers
         from outbox o where o.id = any($1::bigint[])`,
        values: [payload.split(',')],
      })
      this.#onWake(rows.map((row) => ({ caseId: row.case_id, streamId: row.stream_id, agencies: row.agencies, seers: row.seers })))
    } catch {
      this.#onGap()
    }
  }

  #lost(client: pg.Client): void {
    if (this.#stopped || this.#client !== client) return
    this.#client = null
    this.#onLost()
    const retry = () => {
      if (this.#stopped) return
      this.start().then(
        () => this.#onGap(),
        () => setTimeout(retry, 1000),
      )
    }
    setTimeout(retry, 100)
  }
}
