import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { Problem } from './kernel/problems/problem.ts'

const refused = (name: string) => (error: unknown) =>
  error instanceof Problem && error.text.vi.startsWith(`${name}: cần`) && error.text.en.startsWith(`${name}: needs`)

test('proxies are named by addresses and networks; none but this machine is trusted unless told', () => {
  assert.deepEqual(readConfig({}).trustedProxies, [])
  const { trustedProxies } = readConfig({ HIEPDONG_TRUSTED_PROXIES: ' 10.1.0.7, 10.2.0.0/24,fd00::1,fd00:1::/64 ' })
  assert.deepEqual(trustedProxies, ['10.1.0.7', '10.2.0.0/24', 'fd00::1', 'fd00:1::/64'])
})

test('a proxy by name, or a network that holds everybody, is refused', () => {
  for (const bad of ['true', '1', '*', 'proxy.example', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'fd00::/129', '10.0.0', '10.1.0.7;10.1.0.8'])
    assert.throws(() => readConfig({ HIEPDONG_TRUSTED_PROXIES: bad }), refused('HIEPDONG_TRUSTED_PROXIES'), bad)
})

test('an address of a database that is none is named', () => {
  const [app, owner] = ['postgres://app:a@localhost:5432/hd', 'postgresql://owner:o@%2Frun%2Fpostgresql:5432/hd']
  assert.equal(readConfig({ DATABASE_URL: app, HIEPDONG_OWNER_URL: owner }).databaseUrl, app)
  for (const bad of ['hello', 'host=localhost dbname=hd', 'postgres://app:a#b@localhost/hd', 'http://localhost/hd']) {
    assert.throws(() => readConfig({ DATABASE_URL: bad, HIEPDONG_OWNER_URL: owner }), refused('DATABASE_URL'), bad)
    assert.throws(() => readConfig({ DATABASE_URL: app, HIEPDONG_OWNER_URL: bad }), refused('HIEPDONG_OWNER_URL'), bad)
  }
})

test('the log tells from warnings on unless another level is named', () => {
  assert.equal(readConfig({}).logLevel, 'warn')
  assert.equal(readConfig({ HIEPDONG_LOG: 'debug' }).logLevel, 'debug')
  for (const bad of ['verbose', 'WARN', '30']) assert.throws(() => readConfig({ HIEPDONG_LOG: bad }), refused('HIEPDONG_LOG'), bad)
})
