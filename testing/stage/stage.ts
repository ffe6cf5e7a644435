import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { ago, workingDay } from '../../src/demo/days.ts'
import { actorOf } from '../../src/demo/entries.ts'
import { demoOfficers, type DemoOfficer } from '../../src/demo/officers.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { agencyId } from '../../src/kernel/agencies/agency-record.ts'
import { newKey } from '../../src/web/shell/new-key.ts'
import { fulfilmentId } from '../../src/kernel/assignments/fulfilment-id.ts'
import { localDate } from '../../src/kernel/clocks/zone.ts'
import { execute, type Receipt } from '../../src/kernel/streams/execute.ts'
import type { DirectiveAssignment } from '../../src/kinds/directive/contract.ts'
import { launchBrowser } from '../browser.ts'
import { directiveAssignment, directiveDocument, directiveDraft } from '../builders/directive.ts'
import { type RunningServer, startServer } from '../running-server.ts'
import { OFFICERS } from '../stock.ts'
import { Place, type PlaceOptions } from './place.ts'

/** Agencies an order of the stage may go to, by the account of their officer. */
type Order = Partial<Omit<DirectiveAssignment, 'leads'>> & { content: string; leads: string[] }

export type Issued = { caseId: string; number: string; part: (order: number, account: string) => string }

const accountOf = (account: string): DemoOfficer => {
  const officer = demoOfficers.find((one) => one.account === account)
  if (!officer) throw new Error(`no officer ${account}`)
  return officer
}

/** A real server with the directory and the demo's officers but none of its work, and a browser: each test brings about what it needs. */
export class Stage {
  readonly server: RunningServer
  readonly browser: Browser
  #n = 0

  private constructor(server: RunningServer, browser: Browser) {
    this.server = server
    this.browser = browser
  }

  static async open(): Promise<Stage> {
    const [server, browser] = await Promise.all([startServer({ stock: OFFICERS }), launchBrowser()])
    return new Stage(server, browser)
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
  }

  actor(account: string): Actor {
    return actorOf(accountOf(account))
  }

  /** Gives a command as an officer would through the API. */
  give(
    by: string | Actor,
    streamType: string,
    streamId: string,
    command: string,
    payload: object = {},
    effectiveAt?: Date,
  ): Promise<Receipt> {
    const actor = typeof by === 'string' ? this.actor(by) : by
    return execute(this.server.service.kernel, { actor, streamType, streamId, command, payload, key: `stage:${randomUUID()}`, effectiveAt })
  }

  /** Commands on one fulfilment, one after another: `[account, command, payload]`. */
  async play(id: string, ...steps: [by: string, command: string, payload?: object][]): Promise<void> {
    for (const [by, command, payload] of steps) await this.give(by, 'fulfilment', id, command, payload)
  }

  /** A directive of the provincial office, drafted and, unless told, issued. Limits lie five working days ahead unless stated. */
  async issue(orders: Order[], { draft = false, by = 'vpub.chuyenvien', subject = '', daysAgo = 0 } = {}): Promise<Issued> {
    const caseId = newKey()
    const number = `${(this.#n += 1)}${caseId.slice(-3)}/UBND-KGVX`
    const assignments = orders.map((order, i) =>
      directiveAssignment({
        deadline: { words: '', date: workingDay(5), inclusive: true },
        ...order,
        ordinal: i + 1,
        leads: order.leads.map((account) => ({ kind: 'agency', agencyId: this.actor(account).agencyId, as: account })),
      }),
    )
    const at = ago(daysAgo)
    const issuerId = agencyId('gia-lai/ubnd')
    const document = directiveDocument({ number, date: localDate(at.toISOString()), issuerId, subject: subject || `Việc số ${number}` })
    await this.give(by, 'directive', caseId, 'create', directiveDraft({ document, assignments }), at)
    if (!draft) await this.give(by, 'directive', caseId, 'issue', {}, at)
    const part = (order: number, account: string) =>
      fulfilmentId(caseId, (assignments[order] as DirectiveAssignment).id, this.actor(account).agencyId)
    return { caseId, number, part }
  }

  /** An officer at a browser of their own, signed in. */
  at(account: string, options: PlaceOptions = {}): Promise<Place> {
    return Place.open(this.browser, this.server.url, account, options)
  }

  /** How a fulfilment stands in the database. */
  async stateOf(id: string): Promise<{ state: string; version: number }> {
    const { rows } = await this.server.service.pools.system.query('select state, version from fulfilment where id = $1', [id])
    return rows[0]
  }
}
