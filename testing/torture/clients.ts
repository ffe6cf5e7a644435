import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD } from '../../src/demo/officers.ts'
import { directiveAssignment, directiveDocument, directiveDraft } from '../builders/directive.ts'
import { signedIn } from '../running-server.ts'
import { pause } from './product.ts'

export type Receipt = { streamId: string; version: number; caseId: string; seq: string | null; recordedAt: string }
type Command = { path: string; payload: object; what: 'note' | 'draft' | 'report' }
type Me = { post: { agency: { id: string } } }
export type Acknowledged = Command & { key: string; receipt: Receipt; tries: number }

/** Officers who give commands and do not rest: an answer that does not come is asked for again, under the same key, until one comes. */
export class Clients {
  readonly acknowledged: Acknowledged[] = []
  /** Commands that the rules refused, by code; none is expected. */
  readonly refused = new Map<string, number>()
  retried = 0
  #stopped = false
  readonly #url: string
  #running: Promise<void>[] = []

  constructor(url: string) {
    this.#url = url
  }

  async start(): Promise<void> {
    const office = await signedIn(this.#url, 'vpub.chuyenvien', DEMO_PASSWORD)
    const police = await signedIn(this.#url, 'pa05.tructban', DEMO_PASSWORD)
    const { post } = await this.#get<Me>('/api/me', office)
    const { post: own } = await this.#get<Me>('/api/me', police)
    const { rows: cases } = await this.#get<{ rows: { id: string }[] }>('/api/cases?kind=directive', police)
    const parts = await Promise.all(
      cases.map(({ id }) =>
        this.#get<{ rows: { id: string; state: string; agency: { id: string } }[] }>(`/api/cases/${id}/fulfilments`, police),
      ),
    )
    const running = parts
      .flatMap(({ rows }) => rows)
      .filter((row) => row.agency.id === own.agency.id && ['accepted', 'in-progress', 'returned'].includes(row.state))
    const draft = (): Command => ({
      what: 'draft',
      path: '/api/directive',
      payload: directiveDraft({
        document: directiveDocument({ issuerId: post.agency.id, date: null }),
        assignments: [directiveAssignment()],
      }),
    })
    const note = (): Command => ({ what: 'note', path: `/api/cases/${cases[0]?.id}/notes`, payload: { text: `Ghi chú ${randomUUID()}` } })
    const report = (n: number): Command => ({
      what: 'report',
      path: `/api/fulfilment/${running[n % running.length]?.id}/report`,
      payload: { text: `Tiến độ ${randomUUID()}`, fileIds: [] },
    })
    this.#running = [
      this.#give(office, draft),
      this.#give(office, draft),
      this.#give(police, note),
      this.#give(police, note),
      ...(running.length ? [this.#give(police, report), this.#give(police, report)] : []),
    ]
  }

  /** Lets every command that was begun come to its answer, then rests. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#running)
  }

  #refuse(why: string): void {
    this.refused.set(why, (this.refused.get(why) ?? 0) + 1)
  }

  async #get<T>(path: string, headers: Record<string, string>): Promise<T> {
    return (await (await fetch(this.#url + path, { headers })).json()) as T
  }

  async #give(headers: Record<string, string>, next: (n: number) => Command): Promise<void> {
    for (let n = 0; !this.#stopped; n++) await this.#until(headers, next(n), randomUUID())
  }

  async #until(headers: Record<string, string>, command: Command, key: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      const answer = await fetch(this.#url + command.path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(command.payload),
        signal: AbortSignal.timeout(10_000),
      }).then(
        async (response) => ({ status: response.status, body: (await response.json()) as Receipt & { code: string } }),
        () => null,
      )
      if (answer?.status === 200) return void this.acknowledged.push({ ...command, key, receipt: answer.body, tries })
      if (answer && answer.status < 500) return void this.#refuse(`${command.what}: ${answer.body.code}`)
      this.retried++
      await pause(100)
    }
  }
}
