import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { AgreementText } from '../../contract.ts'
import {
  addArticle,
  addClause,
  changeClause,
  changesBetween,
  emptyText,
  gapsOf,
  moveClause,
  removeArticle,
  removeClause,
  sendable,
} from './text-edits.ts'

const three = (): AgreementText => {
  let text = addArticle(emptyText(), 'a1', 'c1')
  text = addClause(text, 'a1', null, 'c2')
  return addArticle(text, 'a2', 'c3')
}
const ids = (text: AgreementText) => text.articles.map((article) => article.clauses.map((clause) => clause.id))

test('a clause is put after the one named and all are numbered again', () => {
  const text = addClause(three(), 'a1', 'c1', 'new')
  assert.deepEqual(ids(text), [['c1', 'new', 'c2'], ['c3']])
  assert.deepEqual(
    text.articles[0]?.clauses.map((clause) => clause.ordinal),
    [1, 2, 3],
  )
})

test('a clause moved past the edge goes into the neighbouring article, and stays where there is none', () => {
  assert.deepEqual(ids(moveClause(three(), 'a1', 'c2', 1)), [['c1'], ['c2', 'c3']])
  assert.deepEqual(ids(moveClause(three(), 'a2', 'c3', -1)), [['c1', 'c2', 'c3'], []])
  assert.deepEqual(ids(moveClause(three(), 'a1', 'c1', -1)), ids(three()))
})

test('what is missing is named where it is', () => {
  assert.deepEqual(
    gapsOf(emptyText()).map((gap) => gap.what),
    ['title', 'parties', 'clauses'],
  )
  const text = changeClause({ ...three(), title: 'T' }, 'a1', 'c1', { text: 'nội dung' })
  assert.deepEqual(
    gapsOf(text).flatMap((gap) => gap.clause ?? []),
    [
      { article: 1, clause: 2 },
      { article: 2, clause: 1 },
    ],
  )
})

test('a draft leaves behind what is not filled in, and a host that is no party any more', () => {
  const party = { agencyId: 'x', unitId: null, formerId: null, role: 'lead' as const, position: '' }
  const text: AgreementText = {
    ...emptyText(),
    number: '  ',
    parties: [party, { ...party, agencyId: '' }],
    briefing: { months: [6, 12], hosts: ['gone', 'x'], firstHost: 'gone', extraordinary: true },
  }
  const sent = sendable(text)
  assert.equal(sent.number, null)
  assert.equal(sent.parties.length, 1)
  assert.deepEqual([sent.briefing?.hosts, sent.briefing?.firstHost], [['x'], 'x'])
  assert.equal(sendable({ ...text, parties: [] }).briefing, null)
})

test('changes are counted by clause, whatever its place', () => {
  const before = changeClause(three(), 'a1', 'c1', { text: 'cũ' })
  const after = removeClause(
    addClause(moveClause(changeClause(before, 'a1', 'c1', { text: 'mới' }), 'a1', 'c2', 1), 'a2', null, 'c4'),
    'a2',
    'c3',
  )
  assert.deepEqual(changesBetween(before, after), { changed: 1, added: 1, removed: 1 })
})

test('no run of edits loses a clause that was not removed, or numbers wrongly', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), by: fc.constantFrom(1 as const, -1 as const) }),
    fc.record({ kind: fc.constant('add' as const), at: fc.nat(20), by: fc.constant(1 as const) }),
    fc.record({ kind: fc.constant('article' as const), at: fc.nat(20), by: fc.constant(1 as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let text = three()
      let wanted = 3
      steps.forEach(({ kind, at, by }, index) => {
        const all = text.articles.flatMap((article) => article.clauses.map((clause) => ({ article: article.id, clause: clause.id })))
        const one = all[at % all.length]
        if (!one) return
        if (kind === 'move') text = moveClause(text, one.article, one.clause, by)
        else if (kind === 'add') text = addClause(text, one.article, one.clause, `n${index}`)
        else text = addArticle(text, `a${index + 10}`, `m${index}`)
        if (kind !== 'move') wanted += 1
      })
      const clauses = text.articles.flatMap((article) => article.clauses)
      assert.equal(new Set(clauses.map((clause) => clause.id)).size, wanted)
      for (const article of text.articles)
        assert.deepEqual(
          article.clauses.map((clause) => clause.ordinal),
          article.clauses.map((_, at) => at + 1),
        )
      assert.deepEqual(
        text.articles.map((article) => article.ordinal),
        text.articles.map((_, at) => at + 1),
      )
    }),
  )
  assert.equal(removeArticle(three(), 'a1').articles[0]?.ordinal, 1)
})
