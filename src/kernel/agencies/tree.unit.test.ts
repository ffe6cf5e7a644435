import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { type TreeLink, type TreeRow, asOf, checkLink, checkSuccession } from './tree.ts'
import { covers, officialDate, sharedDays, shiftDay } from './validity.ts'

const link = (key: string, parentKey: string, from = '2020-01-01', until: string | null = null): TreeLink => ({
  key,
  parentKey,
  from,
  until,
})
const row = (key: string, changes: Partial<TreeRow> = {}): TreeRow => ({
  key,
  typeId: 'department-of-finance',
  parentKey: null,
  validFrom: '2020-01-01',
  validUntil: null,
  successorKeys: [],
  ...changes,
})
const mapOf = (...rows: TreeRow[]) => new Map(rows.map((entry) => [entry.key, entry]))

describe('a link in the tree', () => {
  it('is refused where it would close a circle on some day', () => {
    const links = [link('b', 'a'), link('c', 'b')]
    assert.equal(checkLink(links, link('a', 'c')), 'agency.tree_circular')
    assert.equal(checkLink(links, link('a', 'a')), 'agency.own_parent')
    assert.equal(checkLink(links, link('d', 'c')), null)
  })

  it('passes where the halves of the circle never meet', () => {
    const links = [link('b', 'a', '2020-01-01', '2023-12-31')]
    assert.equal(checkLink(links, link('a', 'b', '2024-01-01')), null)
    assert.equal(checkLink(links, link('a', 'b', '2023-12-31')), 'agency.tree_circular')
  })

  it('is the agency’s only one on any day, and runs forward', () => {
    assert.equal(checkLink([link('b', 'a')], link('b', 'c', '2024-01-01')), 'agency.two_parents')
    assert.equal(checkLink([link('b', 'a', '2020-01-01', '2023-12-31')], link('b', 'c', '2024-01-01')), null)
    assert.equal(checkLink([], link('b', 'a', '2024-01-02', '2024-01-01')), 'agency.validity_backwards')
  })

  it('never lets any agency become its own superior, whatever is added', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const from = fc.integer({ min: 0, max: 20 })
    const links = fc.array(fc.tuple(key, key, from, fc.integer({ min: 0, max: 20 })), { maxLength: 15 })
    fc.assert(
      fc.property(links, (drafts) => {
        const accepted: TreeLink[] = []
        for (const [child, parent, start, length] of drafts) {
          const first = shiftDay('2020-01-01', start)
          const next = link(child, parent, first, shiftDay(first, length))
          if (checkLink(accepted, next) === null) accepted.push(next)
        }
        for (let offset = 0; offset <= 40; offset++) {
          const today = shiftDay('2020-01-01', offset)
          const parents = new Map(accepted.filter((entry) => covers(entry, today)).map((entry) => [entry.key, entry.parentKey]))
          for (const start of parents.keys()) {
            let above: string | undefined = parents.get(start)
            for (let depth = 0; above !== undefined; depth++) {
              assert.ok(above !== start && depth < 6)
              above = parents.get(above)
            }
          }
        }
      }),
    )
  })
})

describe('succession', () => {
  it('leads through every body in between to the one of the day', () => {
    const rows = mapOf(
      row('old', { validUntil: '2025-02-28', successorKeys: ['middle'] }),
      row('middle', { validFrom: '2025-03-01', validUntil: '2025-06-30', successorKeys: ['x', 'y'] }),
      row('x', { validFrom: '2025-07-01' }),
      row('y', { validFrom: '2025-07-01' }),
    )
    assert.deepEqual(asOf(rows, 'old', '2025-01-01'), ['old'])
    assert.deepEqual(asOf(rows, 'old', '2025-03-01'), ['middle'])
    assert.deepEqual(asOf(rows, 'old', '2025-07-01'), ['x', 'y'])
    assert.deepEqual(asOf(rows, 'old', null), ['x', 'y'])
    assert.deepEqual(asOf(rows, 'old', '2019-12-31'), [])
    assert.deepEqual(asOf(rows, 'nobody', null), [])
  })

  it('ends although the data run in a circle', () => {
    const rows = mapOf(
      row('a', { validUntil: '2024-01-01', successorKeys: ['b'] }),
      row('b', { validUntil: '2024-01-01', successorKeys: ['a'] }),
    )
    assert.deepEqual(asOf(rows, 'a', null), [])
  })

  it('is refused to oneself, in a circle, to strangers and to the dead', () => {
    const rows = mapOf(
      row('a', { validUntil: '2024-06-30' }),
      row('b', { validUntil: '2025-06-30', successorKeys: ['a'] }),
      row('gone', { validUntil: '2023-12-31' }),
      row('c'),
    )
    assert.equal(checkSuccession(rows, 'a', ['a']), 'agency.own_successor')
    assert.equal(checkSuccession(rows, 'a', ['b']), 'agency.succession_circular')
    assert.equal(checkSuccession(rows, 'a', ['stranger']), 'agency.successor_unknown')
    assert.equal(checkSuccession(rows, 'a', ['gone']), 'agency.successor_ended_before')
    assert.equal(checkSuccession(rows, 'a', ['c']), null)
  })
})

describe('days', () => {
  it('are shared by two spans exactly where each covers them', () => {
    const offset = fc.integer({ min: 0, max: 12 })
    const span = fc.tuple(offset, fc.option(offset)).map(([start, length]) => {
      const from = shiftDay('2024-02-25', start)
      return { from, until: length === null ? null : shiftDay(from, length) }
    })
    fc.assert(
      fc.property(span, span, offset, (a, b, at) => {
        const today = shiftDay('2024-02-25', at)
        const shared = sharedDays(a, b)
        assert.equal(shared !== null && covers(shared, today), covers(a, today) && covers(b, today))
      }),
    )
  })

  it('are written as decree 30/2020 has them', () => {
    assert.deepEqual(['2025-03-01', '2025-02-03', '2025-12-31', '2025-07-15'].map(officialDate), [
      '01/3/2025',
      '03/02/2025',
      '31/12/2025',
      '15/7/2025',
    ])
  })
})
