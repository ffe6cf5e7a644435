import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { actor } from '../../../testing/builders/actor.ts'
import { agencyFact } from '../../../testing/builders/agency.ts'
import { agreementAssignment, agreementText, clause, withClauses } from '../../../testing/builders/agreement.ts'
import { CaseInMemory } from '../../../testing/case-in-memory.ts'
import { fulfilmentDecider } from '../../kernel/assignments/fulfilment.ts'
import { Problem } from '../../kernel/problems/problem.ts'
import type { AgreementState, CommandName } from './contract.ts'
import { agreementDecider } from './rules.ts'
import { current, partyIds } from './standing.ts'

const agencies = [agencyFact(), agencyFact(), agencyFact()]
const actors = agencies.map((agency) => actor({ agencyId: agency.id }))
const base = agreementText(agencies.slice(0, 2).map((agency) => agency.id))
const other = agreementText(agencies.map((agency) => agency.id))
const texts = [base, withClauses(base, (clauses) => [...clauses, clause(3, 'Sơ kết mỗi năm')]), { ...other, articles: base.articles }]
const clauseId = base.articles[0]!.clauses[0]!.id

type Step = { who: number; command: CommandName; pick: number; days: number }

const COMMANDS: CommandName[] = [
  'create',
  'send',
  'revise',
  'comment',
  'resolve',
  'agree',
  'withdrawAgree',
  'sign',
  'propose',
  'withdrawProposal',
  'proposeEnd',
  'agreeEnd',
  'refuseEnd',
  'assign',
  'addEvidence',
  'discard',
]

const single: fc.Arbitrary<Step> = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  command: fc.constantFrom(...COMMANDS),
  pick: fc.integer({ min: 0, max: 2 }),
  days: fc.integer({ min: 0, max: 3 }),
})
const everybody = (command: CommandName): Step[] => [0, 1, 2].map((who) => ({ who, command, pick: 0, days: 0 }))
/** The same command by everybody, so that paths also reach what needs all parties. */
const byAll = fc.constantFrom<CommandName>('agree', 'agree', 'sign', 'sign', 'agreeEnd', 'resolve').map((command) => everybody(command))
const intoForce = [...everybody('agree'), ...everybody('sign')]
const amended: Step[] = [{ who: 0, command: 'propose', pick: 1, days: 0 }, ...intoForce]
const ended: Step[] = [{ who: 0, command: 'proposeEnd', pick: 0, days: 0 }, ...everybody('agreeEnd')]
/** Far places of a life, from which random steps go on: they alone would reach them too seldom to say anything. */
const far = fc.constantFrom([], intoForce, [...intoForce, ...amended], [...intoForce, ...ended])
const path: fc.Arbitrary<Step[]> = fc
  .tuple(
    far,
    fc.array(fc.oneof({ weight: 3, arbitrary: single.map((one) => [one]) }, { weight: 3, arbitrary: byAll }), {
      minLength: 5,
      maxLength: 50,
    }),
  )
  .map(([begun, steps]) => [...begun, ...steps.flat()])

const payloadOf = ({ command, pick }: Step, state: AgreementState, leadId: string): object => {
  const version = state.proposal ?? 1
  switch (command) {
    case 'create':
      return { text: texts[0] }
    case 'revise':
    case 'propose':
      return { text: texts[pick], note: '' }
    case 'comment':
      return { version, clauseId, text: 'Ghi rõ hơn' }
    case 'resolve':
      return { commentId: state.comments.find((comment) => !comment.resolved)?.id ?? randomUUID(), answer: '' }
    case 'agree':
      return { version: pick === 2 ? Math.max(1, version - 1) : version }
    case 'withdrawAgree':
      return { version, reason: 'Xem lại' }
    case 'sign':
      return { version: pick === 2 ? Math.max(1, version - 1) : version, position: 'Giám đốc' }
    case 'withdrawProposal':
    case 'refuseEnd':
      return { reason: 'Thôi' }
    case 'proposeEnd':
      return { reason: 'Hết', on: current(state)?.inForceFrom ?? '2026-09-01' }
    case 'assign':
      return { clauseId, assignment: agreementAssignment(leadId, { shape: 'continuous', deadline: null }) }
    case 'addEvidence':
      return { clauseId, title: 'Việc' }
    default:
      return {}
  }
}

/** Plays random commands of random parties; every step must leave what holds for all agreements. */
const play = async (steps: Step[], check: (state: AgreementState, step: Step, accepted: boolean) => void): Promise<AgreementState> => {
  const caseId = randomUUID()
  const one = new CaseInMemory(caseId, [agreementDecider, fulfilmentDecider], agencies)
  const stateOf = (): AgreementState => (one.streams.has(caseId) ? one.state(caseId) : agreementDecider.initial())
  let at = Date.parse('2026-09-01T02:00:00Z')
  const script: Step[] = [{ who: 0, command: 'create', pick: 0, days: 0 }, { who: 0, command: 'send', pick: 0, days: 0 }, ...steps]
  for (const given of script) {
    at += given.days * 86_400_000
    const by = actors[given.who]!
    const before = stateOf()
    const offered = one.streams.has(caseId) ? (await one.available(caseId, { by, at: new Date(at) }))[given.command] : true
    let refusedWith: string | null = null
    try {
      await one.give('agreement', caseId, given.command, payloadOf(given, before, by.agencyId), { by, at: new Date(at) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refusedWith = error.code
    }
    if (offered !== true && offered) assert.equal(refusedWith, offered.code, `${given.command} is refused for the reason that was sent`)
    check(stateOf(), given, refusedWith === null)
  }
  return stateOf()
}

test('no path leads into force without every party’s signature of the same version', async () => {
  let [forced, followed] = [0, 0]
  await fc.assert(
    fc.asyncProperty(path, async (steps) => {
      const last = await play(steps, (state) => {
        for (const version of state.versions) {
          if (version.stage !== 'in-force' && version.stage !== 'past') continue
          const needed = new Set([...version.signerIds, ...partyIds(version.text)])
          const signed = new Set(version.signatures.map((signature) => signature.agencyId))
          assert.deepEqual(
            [...needed].filter((id) => !signed.has(id)),
            [],
            `version ${version.n} lacks a signature`,
          )
          assert.equal(version.signatures.length, signed.size, 'nobody signs twice')
        }
        const inForce = state.versions.filter((version) => version.stage === 'in-force')
        assert.ok(inForce.length <= 1, 'at most one version is in force')
        if (state.status === 'in-force') assert.equal(inForce[0]?.n, state.current)
        if (state.current === null) assert.ok(!['in-force', 'ended', 'replaced'].includes(state.status))
      })
      if (last.current !== null) forced++
      if ((last.current ?? 0) > 1 && last.versions.some((version) => version.stage === 'past')) followed++
    }),
    { numRuns: 400 },
  )
  assert.ok(forced > 20, `the paths must reach force to say anything: ${forced}`)
  assert.ok(followed > 20, `and amendments: ${followed}`)
})

test('it ends only when every party of the text in force has said so, and evidence only ever belongs to what was in force', async () => {
  let ends = 0
  await fc.assert(
    fc.asyncProperty(path, async (steps) => {
      let said = new Set<string>()
      await play(steps, (state, { who, command }, accepted) => {
        if (accepted && command === 'proposeEnd') said = new Set([actors[who]!.agencyId])
        if (accepted && command === 'agreeEnd') said.add(actors[who]!.agencyId)
        if (accepted && command === 'refuseEnd') said = new Set()
        if (state.evidence.length > 0 || state.assignments.length > 0) assert.notEqual(state.current, null)
        if (state.status !== 'ended') return
        ends++
        assert.deepEqual(
          partyIds(current(state)!.text).filter((id) => !said.has(id)),
          [],
        )
      })
    }),
    { numRuns: 400 },
  )
  assert.ok(ends > 20, 'the paths must reach an end to say anything')
})

test('replaying the events gives the state that stood, also where bodies were erased', () => {
  const caseId = randomUUID()
  const one = new CaseInMemory(caseId, [agreementDecider, fulfilmentDecider], agencies)
  const at = new Date('2026-09-01T02:00:00Z')
  return (async () => {
    const [a, b] = actors as [(typeof actors)[0], (typeof actors)[0]]
    await one.give('agreement', caseId, 'create', { text: base }, { by: a, at })
    await one.give('agreement', caseId, 'send', {}, { by: a, at })
    for (const by of [a, b]) await one.give('agreement', caseId, 'agree', { version: 1 }, { by, at })
    for (const by of [a, b]) await one.give('agreement', caseId, 'sign', { version: 1, position: 'Giám đốc' }, { by, at })
    const { events, state } = one.streams.get(caseId)!
    const replayed = events.reduce((s, event) => agreementDecider.evolve(s, event as never), agreementDecider.initial())
    assert.deepEqual(replayed, state)
    const erased = events.reduce(
      (s, event) => agreementDecider.evolve(s, { ...event, data: { erased: true } } as never),
      agreementDecider.initial(),
    )
    assert.equal(erased.status, 'in-force')
    assert.equal(erased.erased, true)
    assert.notEqual(agreementDecider.available(erased, { actor: a } as never).assign, true)
    assert.deepEqual(agreementDecider.project(erased, erased, events.at(-1) as never), [])
  })()
})
