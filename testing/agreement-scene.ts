import { randomUUID } from 'node:crypto'
import type { Actor } from '../src/kernel/access/actor.ts'
import { readAs } from '../src/kernel/access/reader.ts'
import { directoryDeciders } from '../src/kernel/agencies/streams/index.ts'
import { fulfilmentDecider } from '../src/kernel/assignments/fulfilment.ts'
import { readStream } from '../src/kernel/cases/reads/stream-view.ts'
import type { AnyDecider } from '../src/kernel/streams/decider.ts'
import type { AgreementState } from '../src/kinds/agreement/contract.ts'
import { agreementDecider } from '../src/kinds/agreement/rules.ts'
import { agreementText } from './builders/agreement.ts'
import { toyActor, toyKernel } from './toy-kernel.ts'

type Given = { name?: string; parentId?: string | null; typeId?: string; successorIds?: string[] }

/** A kernel with agreements, and what their tests do again and again: agencies, an agreement in force, its state as somebody sees it. */
export const agreementScene = async (more: AnyDecider[] = []) => {
  const toy = await toyKernel([...directoryDeciders, fulfilmentDecider, agreementDecider, ...more])
  const { pools, kernel, give } = toy

  /** A new agency with an officer who has every right. */
  const agency = async ({ name, parentId = null, typeId = 'provincial-department', successorIds = [] }: Given = {}): Promise<Actor> => {
    const id = randomUUID()
    await pools.write.query(
      `insert into agency (id, version, key, type_id, name, short_name, former_names, aliases, area_code, parent_id, parent_since, former_parents,
         valid_from, valid_until, successor_ids, certainty) values ($1, 1, $1::uuid::text, $2, $3, $3, '[]', '{}', '42', $4, '2000-01-01', '[]', '2000-01-01', null, $5, 'general')`,
      [id, typeId, name ?? `Cơ quan ${id.slice(0, 8)}`, parentId, successorIds],
    )
    return toyActor(id)
  }

  const stateOf = (id: string, actor: Actor) =>
    readAs(pools.read, actor, async (db) => (await readStream(db, kernel, id))?.state as AgreementState | undefined)

  const asks = (actor: Actor) =>
    readAs(pools.read, actor, async (db) =>
      (await db.query('select act from ask where agency_id = $1 order by act', [actor.agencyId])).rows.map((row) => row.act as string),
    )

  /** An agreement of two new agencies in force since a day, 2026-03-02 unless stated. */
  const inForce = async (on = '2026-03-02') => {
    const [police, science] = [await agency(), await agency()]
    const id = randomUUID()
    const text = agreementText([police.agencyId, science.agencyId])
    const at = { effectiveAt: new Date(`${on}T03:00:00Z`) }
    await give(police, 'agreement', id, 'create', { text }, at)
    await give(police, 'agreement', id, 'send', {}, at)
    for (const actor of [police, science]) await give(actor, 'agreement', id, 'agree', { version: 1 }, at)
    for (const actor of [police, science]) await give(actor, 'agreement', id, 'sign', { version: 1, position: 'Giám đốc', on }, at)
    const clauses = text.articles[0]!.clauses
    return { id, police, science, text, first: clauses[0]!.id, second: clauses[1]!.id }
  }

  const names = { ref: (id: string) => ({ id, name: id, shortName: id.slice(0, 4), typeId: '' }) }
  return { toy, pools, kernel, give, agency, stateOf, asks, inForce, names, stop: () => toy.stop() }
}
export type AgreementScene = Awaited<ReturnType<typeof agreementScene>>
