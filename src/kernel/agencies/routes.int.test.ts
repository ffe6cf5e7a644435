import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { officerOf, system } from '../../../testing/asking.ts'
import { type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import type { Asking } from '../http/asking.ts'
import { errorHandler } from '../http/problem-json.ts'
import { problem } from '../problems/catalogue.ts'
import { agencyId } from './agency-record.ts'
import { Directory } from './directory.ts'
import { provinceMandates } from './mandate-template.ts'
import { nationAgencies } from './nation-template.ts'
import { provinceAgencies } from './province-template.ts'
import { registerAgencyRoutes } from './routes.ts'
import { directoryDeciders } from './streams/index.ts'

let toy: ToyKernel
let app: FastifyInstance
const reader = officerOf(agencyId('gia-lai/so-khcn'), 'answer')
const SIGNED_IN = { cookie: 'signed-in' }

const get = async (url: string, headers: Record<string, string> = SIGNED_IN) => {
  const answer = await app.inject({ method: 'GET', url, headers })
  return { status: answer.statusCode, body: answer.json() }
}

before(async () => {
  toy = await toyKernel(directoryDeciders)
  const payload = { source: 'thử', agencies: [...nationAgencies(), ...provinceAgencies('52')], mandates: provinceMandates('52') }
  await toy.give(system, 'directory', randomUUID(), 'import', payload)
  const directory = new Directory(toy.pools.system)
  await directory.load()
  const asking = {
    actorOf: async (request: { headers: { cookie?: string | undefined } }) => {
      if (request.headers.cookie !== SIGNED_IN.cookie) throw problem('not-signed-in')
      return reader
    },
  } as unknown as Asking
  app = Fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(errorHandler)
  registerAgencyRoutes(app, { asking, directory, kernel: toy.kernel, pools: toy.pools })
})

after(async () => {
  await app.close()
  await toy.stop()
})

describe('the directory over HTTP', () => {
  test('answers signed-in officers only', async () => {
    const id = agencyId('gia-lai/cong-an')
    const urls = ['agencies', `agencies/${id}`, `officers?agencyId=${id}`, 'areas', 'domains', 'agency-types', 'mandates']
    for (const url of urls) {
      assert.deepEqual([(await get(`/api/${url}`, {})).status, (await get(`/api/${url}`)).status], [401, 200], url)
    }
  })

  test('lists, pages and searches agencies', async () => {
    const first = await get('/api/agencies?type=commune-peoples-committee&area=52')
    assert.equal(first.body.rows.length, 50)
    const second = await get(`/api/agencies?type=commune-peoples-committee&area=52&after=${first.body.next}`)
    const third = await get(`/api/agencies?type=commune-peoples-committee&area=52&after=${second.body.next}`)
    assert.deepEqual([second.body.rows.length, third.body.rows.length, third.body.next], [50, 35, null])
    const found = await get(`/api/agencies?q=${encodeURIComponent('sở kh&cn')}`)
    assert.equal(found.body.rows[0].key, 'gia-lai/so-khcn')
    assert.match(found.body.rows[0].areaName, /Gia Lai/)
  })

  test('shows an agency with what stands around it, and why it may not be changed', async () => {
    const { body } = await get(`/api/agencies/${agencyId('gia-lai/cong-an')}`)
    assert.equal(body.key, 'gia-lai/cong-an')
    assert.ok(body.divisions.length && body.mandates.length)
    const rename = body.actions.find((action: { command: string }) => action.command === 'rename')
    assert.deepEqual([rename.allowed, rename.reason.code], [false, 'no-right'])
  })

  test('says not found and bad input in the product’s words', async () => {
    assert.deepEqual(
      [(await get(`/api/agencies/${randomUUID()}`)).body.code, (await get('/api/agencies/x')).body.code],
      ['not-found', 'bad-input'],
    )
    for (const url of [
      'agencies?after=x',
      'agencies?asOf=hôm nay',
      'officers',
      'mandates?at=2026-13-01',
      `agencies?q=${'x'.repeat(500)}`,
    ]) {
      assert.equal((await get(`/api/${encodeURI(url)}`)).body.code, 'bad-input', url)
    }
  })

  test('finds areas of today and former ones by what is typed', async () => {
    const names = async (q: string) =>
      (await get(`/api/areas?q=${encodeURIComponent(q)}`)).body.rows as { code: string; former: boolean; today: string[] }[]
    assert.equal((await names('')).length, 34)
    assert.deepEqual((await names('gia lai'))[0], { code: '52', name: 'tỉnh Gia Lai', level: 'province', former: false, today: ['52'] })
    const former = (await names('quang nam')).find((area) => area.former)
    assert.deepEqual([former?.code, former?.today], ['f:quang-nam', ['48']])
    assert.equal((await names('48'))[0]?.code, '48')
  })

  test('asks mandates as of a day', async () => {
    const holder = async (at: string) => (await get(`/api/mandates?domain=telecom&area=52&at=${at}`)).body.rows[0]?.agency.shortName
    assert.notEqual(await holder('2025-02-28'), await holder('2025-03-01'))
    const domains = new Set((await get('/api/domains?at=2026-11-18')).body.rows.map((domain: { id: string }) => domain.id))
    assert.ok(domains.has('cybersecurity') && !domains.has('network-information-security'))
  })
})
