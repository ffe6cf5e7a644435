import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { officerOf, system } from '../../../testing/asking.ts'
import { refused } from '../../../testing/refused.ts'
import { type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { readAs } from '../access/reader.ts'
import { DIRECTORY_CASE } from '../streams/decider.ts'
import { listAgencies } from './agency-list.ts'
import { agencyId } from './agency-record.ts'
import { Directory } from './directory.ts'
import { provinceMandates } from './mandate-template.ts'
import { nationAgencies } from './nation-template.ts'
import { provinceAgencies } from './province-template.ts'
import { readAgency, readMandates, readOfficers } from './reads.ts'
import { resolveName } from './resolve-name.ts'
import { directoryDeciders } from './streams/index.ts'

const GIA_LAI = '52'
const TODAY = '2026-11-18'
const CANARY = 'Canary Trần Văn Thử'

let toy: ToyKernel
let directory: Directory
const id = (slug: string) => agencyId(`gia-lai/${slug}`)
const keeper = officerOf(id('ubnd'), 'directory')

/** Past the policies, as worker and rebuild see the tables: the owner itself is bound by them. */
const asSystem = async (sql: string, values: unknown[] = []) => (await toy.pools.system.query(sql, values)).rows

before(async () => {
  toy = await toyKernel(directoryDeciders)
  const payload = { source: 'thử', agencies: [...nationAgencies(), ...provinceAgencies(GIA_LAI)], mandates: provinceMandates(GIA_LAI) }
  await toy.give(system, 'directory', randomUUID(), 'import', payload)
  directory = new Directory(toy.pools.system)
  await directory.load()
})

after(() => toy.stop())

describe('the import', () => {
  test('is told by agencies as their package has them, and repeating it changes nothing', async () => {
    const count = directory.all().length
    assert.equal(count, nationAgencies().length + provinceAgencies(GIA_LAI).length)
    assert.equal(directory.ofType(['commune-peoples-committee'], GIA_LAI, TODAY).length, 135)
    const payload = { source: 'lại', agencies: [...nationAgencies(), ...provinceAgencies(GIA_LAI)], mandates: provinceMandates(GIA_LAI) }
    await toy.give(system, 'directory', randomUUID(), 'import', payload)
    await directory.load()
    assert.equal(directory.all().length, count)
    assert.deepEqual([...new Set(directory.all().map((entry) => entry.version))], [1])
  })

  test('lets names of documents resolve through the rows', () => {
    const found = resolveName(directory.nameIndex(), 'Sở Thông tin và Truyền thông', { areaCode: GIA_LAI, date: '2024-06-01' })
    assert.deepEqual(
      found.named.map((key) => directory.idOf(key)),
      [id('so-tttt')],
    )
    assert.ok(found.agencies.includes('gia-lai/so-khcn'))
  })
})

describe('succession', () => {
  test('leads from an ended agency to those that answer today, with the name they took over from', () => {
    const [today] = directory.asOf(id('so-tttt'), TODAY)
    assert.equal(today?.id, id('so-khcn'))
    assert.equal(today?.since, '2025-03-01')
    assert.ok(today?.formerName)
    assert.deepEqual(
      directory.asOf(id('so-tttt'), '2024-06-01').map((ref) => ref.id),
      [id('so-tttt')],
    )
    assert.ok(directory.predecessors(id('so-khcn')).some((entry) => entry.id === id('so-tttt')))
  })
})

describe('lists', () => {
  test('page through all agencies once, in Vietnamese order', () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = listAgencies(directory, { after }, TODAY)
      seen.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    const living = directory.all().filter((entry) => entry.validUntil === null || entry.validUntil >= TODAY)
    assert.deepEqual(
      seen,
      living.map((entry) => entry.id),
    )
    const names = directory.all().map((entry) => entry.name)
    assert.deepEqual(names, names.toSorted(new Intl.Collator('vi').compare))
  })

  test('find without marks, prefer the province’s body, and reach what has ended', () => {
    const first = (q: string) => listAgencies(directory, { q }, TODAY).rows[0]?.id
    assert.equal(first('cong an gia lai'), id('cong-an'))
    assert.equal(first('so thong tin va truyen thong gia lai'), id('so-tttt'))
    assert.deepEqual(listAgencies(directory, { q: 'không có cơ quan nào như vậy' }, TODAY).rows, [])
    assert.deepEqual(directory.search('', 8), [])
  })

  test('filter by type, area, superior and day', () => {
    const rows = (query: object) => listAgencies(directory, query, TODAY).rows
    assert.ok(
      rows({ type: 'provincial-police,department-of-finance' }).every((row) =>
        ['provincial-police', 'department-of-finance'].includes(row.typeId),
      ),
    )
    assert.ok(rows({ under: id('cong-an'), type: 'police-division' }).some((row) => row.id === id('cong-an/pa05')))
    assert.ok(!rows({ under: id('so-khcn'), type: 'police-division' }).some((row) => row.id === id('cong-an/pa05')))
    assert.ok(rows({ q: 'so tttt', asOf: '2024-06-01' }).some((row) => row.id === id('so-tttt')))
    assert.ok(!rows({ asOf: TODAY, type: 'department-of-information-communications' }).length)
    assert.throws(() => rows({ after: 'rubbish' }), refused('bad-input'))
  })
})

describe('changes', () => {
  test('reach the memory by notice, and only those of the directory are asked for', async () => {
    await toy.give(keeper, 'agency', id('so-khcn'), 'rename', { name: 'Sở Khoa học tỉnh Gia Lai', shortName: 'Sở KH', on: '2026-10-01' })
    directory.changed([{ caseId: randomUUID(), streamId: id('so-khcn') }])
    await directory.settled()
    assert.notEqual(directory.ref(id('so-khcn')).shortName, 'Sở KH')
    directory.changed([{ caseId: DIRECTORY_CASE, streamId: id('so-khcn') }])
    await directory.settled()
    assert.equal(directory.ref(id('so-khcn')).shortName, 'Sở KH')
    assert.ok(directory.search('so khoa hoc va cong nghe gia lai', 3).some((ref) => ref.id === id('so-khcn')))
  })

  test('are refused to a province that is not one’s own', async () => {
    const other = officerOf(agencyId('da-nang/ubnd'), 'directory')
    const give = toy.give(other, 'agency', id('so-khcn'), 'rename', { name: 'X', shortName: 'X', on: '2026-10-02' })
    await assert.rejects(give, refused('not-your-directory'))
  })

  test('two moves at the same moment cannot close a circle', async () => {
    const made = await Promise.all(
      ['Trung tâm A', 'Trung tâm B'].map((name) =>
        toy.give(keeper, 'agency', randomUUID(), 'create', {
          typeId: 'centre',
          name,
          shortName: name,
          areaCode: GIA_LAI,
          parentId: id('ubnd'),
          from: '2026-01-01',
        }),
      ),
    )
    const [a, b] = made.map((receipt) => receipt.streamId) as [string, string]
    const moves = await Promise.allSettled([
      toy.give(keeper, 'agency', a, 'move', { parentId: b, on: '2026-02-01' }),
      toy.give(keeper, 'agency', b, 'move', { parentId: a, on: '2026-02-01' }),
    ])
    assert.equal(moves.filter((move) => move.status === 'fulfilled').length, 1, JSON.stringify(moves))
    const rows = await asSystem('select id from agency where id = any($1::uuid[]) and parent_id = any($1::uuid[])', [[a, b]])
    assert.equal(rows.length, 1)
  })

  test('a mandate is handed over without a day between, and one holder is all a domain takes', async () => {
    const at = async (day: string) =>
      (await readAs(toy.pools.read, keeper, (db) => readMandates(db, directory, { domain: 'telecom', area: GIA_LAI, at: day })))[0]
    const held = await at(TODAY)
    assert.equal(held?.agency.id, id('so-khcn'))
    await toy.give(keeper, 'mandate', held.id, 'transfer', { toAgencyId: id('so-vhttdl'), on: '2026-12-01' })
    assert.equal((await at('2026-11-30'))?.agency.id, id('so-khcn'))
    assert.equal((await at('2026-12-01'))?.agency.id, id('so-vhttdl'))
    const second = { domain: 'telecom', areaCode: GIA_LAI, agencyId: id('so-khcn'), from: '2026-12-01' }
    await assert.rejects(toy.give(keeper, 'mandate', randomUUID(), 'create', second))
  })

  test('who leads in a commune is asked of the commune, then of its province', async () => {
    const [first] = await readAs(toy.pools.read, keeper, (db) => readMandates(db, directory, { domain: 'press', area: '23737', at: TODAY }))
    assert.equal(first?.agency.id, id('so-vhttdl'))
    const after = await readAs(toy.pools.read, keeper, (db) =>
      readMandates(db, directory, { domain: 'network-information-security', area: GIA_LAI, at: TODAY }),
    )
    assert.deepEqual(
      after.map((mandate) => [mandate.domain, mandate.agency.id]),
      [['cybersecurity', id('cong-an/pa05')]],
    )
  })
})

describe('people', () => {
  const officer = randomUUID()

  test('are sealed in every row and event, and opened for an officer who asks', async () => {
    await toy.give(keeper, 'officer', officer, 'create', { account: 'pa05.tructban', name: CANARY, agencyId: id('cong-an') })
    await toy.give(keeper, 'post', randomUUID(), 'create', {
      agencyId: id('cong-an'),
      unitId: id('cong-an/pa05'),
      title: 'Trực ban',
      rights: ['answer'],
      officerId: officer,
      from: '2026-01-01',
    })
    const contact = {
      agencyId: id('cong-an'),
      title: 'Trực ban 24/7',
      phone: '0269 777 1234',
      email: 'canary@example.vn',
      from: '2026-01-01',
    }
    await toy.give(keeper, 'contact-point', randomUUID(), 'create', contact)

    const view = await readAs(toy.pools.read, keeper, (db) => readAgency(db, toy.kernel, keeper, directory, id('cong-an'), TODAY))
    const [post] = view.posts
    assert.equal(post?.officer?.name, CANARY)
    assert.equal(post?.unit.id, id('cong-an/pa05'))
    assert.deepEqual([view.contactPoints[0]?.phone, view.contactPoints[0]?.hours], ['0269 777 1234', '24/7'])
    assert.ok(view.divisions.some((division) => division.id === id('cong-an/pa05')))
    assert.ok(view.mandates.some((mandate) => mandate.domain === 'cybersecurity'))
    assert.ok(view.actions.some((action) => action.command === 'rename' && action.allowed))
    assert.deepEqual(
      (await readAs(toy.pools.read, keeper, (db) => readOfficers(db, toy.kernel, id('cong-an/pa05'), TODAY))).map((one) => one.name),
      [CANARY],
    )

    const tables = ['agency', 'officer', 'post', 'mandate', 'contact_point', 'event', 'stream', 'outbox', 'command']
    for (const table of tables) {
      const rows = await asSystem(`select t::text as line from ${table} t`)
      assert.ok(rows.length, `${table} is empty`)
      const text = rows.map((row) => row.line as string).join('\n')
      for (const canary of [
        'Canary',
        '777 1234',
        'canary@',
        Buffer.from('Canary').toString('hex'),
        Buffer.from('Canary').toString('base64').slice(0, 7),
      ]) {
        assert.ok(!text.includes(canary), `${table} holds ${canary}`)
      }
    }
  })

  test('whose key is destroyed read as nobody, and the post stays', async () => {
    await asSystem('update vault.seal_key set wrapped = null, destroyed_at = now() where subject_id = $1', [officer])
    toy.kernel.keyring.forget(DIRECTORY_CASE)
    const view = await readAs(toy.pools.read, keeper, (db) => readAgency(db, toy.kernel, keeper, directory, id('cong-an'), TODAY))
    assert.deepEqual([view.posts[0]?.title, view.posts[0]?.officer?.name], ['Trực ban', null])
  })

  test('a post in a division of another agency is refused, a second account of the same name too', async () => {
    const give = { agencyId: id('so-khcn'), unitId: id('cong-an/pa05'), title: 'X', rights: [] }
    await assert.rejects(toy.give(keeper, 'post', randomUUID(), 'create', give), refused('unit-elsewhere'))
    await assert.rejects(toy.give(keeper, 'officer', randomUUID(), 'create', { account: 'pa05.tructban', name: 'Y' }))
  })
})

describe('the tables', () => {
  test('are written by no reader, and nobody deletes from them', async () => {
    for (const table of ['agency', 'officer', 'post', 'mandate', 'contact_point']) {
      await assert.rejects(toy.pools.read.query(`update ${table} set version = version`), /permission denied/)
      await assert.rejects(toy.pools.write.query(`delete from ${table}`), /permission denied/)
    }
  })

  test('sort names in Vietnamese also where the database does not', async () => {
    const rows = await asSystem(
      `select x from unnest(array['Yên Bái', 'Đà Nẵng', 'An Giang', 'Điện Biên', 'Hà Nội']) x order by x collate "vi-x-icu"`,
    )
    assert.deepEqual(
      rows.map((row) => row.x),
      ['An Giang', 'Đà Nẵng', 'Điện Biên', 'Hà Nội', 'Yên Bái'],
    )
  })
})
