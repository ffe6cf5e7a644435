import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementName } from './statement-name.ts'

test('a statement is called by the name it was given, else by what it does; numbered names say nothing', () => {
  assert.equal(statementName({ name: 'mark-seen', text: 'insert into last_seen values ($1)' }), 'mark-seen')
  assert.equal(statementName({ name: 'r12', text: 'select a\nfrom cases c where id = $1' }), 'select cases')
  assert.equal(statementName('begin'), 'begin')
  assert.equal(statementName('update "user" set name = $1'), 'update user')
  assert.equal(statementName('with n as materialized (select 1 from visible v) insert into event select 1'), 'select visible')
  assert.equal(statementName('select pg_notify($1, $2)'), 'select pg_notify')
  assert.equal(statementName('vacuum'), 'statement')
})

test('of statements that travel together the first three are named', () => {
  const statements = ['as', 'a', 'b', 'c', 'd'].map((name) => ({ name, text: '' }))
  assert.equal(statementName({ statements }), 'as, a, b and 2 more')
  assert.equal(statementName({ statements: statements.slice(0, 2) }), 'as, a')
})

test('no value of a text is told, even where somebody writes one into it', () => {
  for (const text of ["select * from 'Nguyen Van Canary'", "notify x, 'canary'", "select 1 where a = 'canary'", 'canary'])
    assert.doesNotMatch(statementName(text), /canary/i)
})
