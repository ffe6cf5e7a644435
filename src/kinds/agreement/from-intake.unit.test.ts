import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readRegulation } from '../../intake/regulation.ts'
import { payloads } from './contract.ts'
import { type NameReading, textFromIntake } from './from-intake.ts'

const fixture = (name: string) => readRegulation(readFileSync(join(import.meta.dirname, '../../intake/fixtures', name), 'utf8'))
const [POLICE, SCIENCE, FORMER] = [randomUUID(), randomUUID(), randomUUID()] as const
const known: Record<string, NameReading> = {
  'Công an tỉnh Phú Lâm': { agencyId: POLICE, formerId: null, note: null },
  'Sở Khoa học và Công nghệ tỉnh Phú Lâm': { agencyId: SCIENCE, formerId: FORMER, note: null },
}
const mapped = (name: string) => mappedFrom(fixture(name))
const mappedFrom = (draft: ReturnType<typeof readRegulation>) =>
  textFromIntake(draft, {
    read: (as) => known[as] ?? { agencyId: null, formerId: null, note: null },
    newId: randomUUID,
    ref: (id) => ({ id, name: id, shortName: id, typeId: '' }),
  })

test('a reading becomes what create takes, with a span for every clause', () => {
  const { text, spans, names } = mapped('quy-che-cong-an-so.txt')
  assert.deepEqual(payloads.create.parse({ text }), { text })
  assert.deepEqual(
    text.parties.map(({ agencyId, formerId, role, position }) => [agencyId, formerId, role, position]),
    [
      [POLICE, null, 'lead', 'Phó Giám đốc'],
      [SCIENCE, FORMER, 'coordinating', 'Giám đốc'],
    ],
  )
  assert.deepEqual(text.briefing, { months: [6, 12], hosts: [POLICE, SCIENCE], firstHost: POLICE, extraordinary: true })
  assert.deepEqual(text.exchange[1] && [text.exchange[1].fromId, text.exchange[1].toId], [POLICE, SCIENCE])
  assert.equal(text.contactPoints.length, 2)
  for (const clause of text.articles.flatMap((article) => article.clauses)) assert.ok(spans[clause.id], clause.text)
  assert.deepEqual(
    names.map(({ agency }) => agency?.id),
    [POLICE, SCIENCE],
  )
})

test('a party that nobody knows is asked about and stands nowhere in the text', () => {
  const { text, doubts } = mapped('quy-che-doanh-nghiep.txt')
  assert.deepEqual(
    text.parties.map((party) => party.agencyId),
    [POLICE],
  )
  assert.ok(doubts.some(({ field, text: words }) => field === 'parties' && words.vi.includes('Viettel Phú Lâm')))
  assert.equal(text.briefing, null, 'without months there is no rule')
  assert.deepEqual(payloads.create.parse({ text }), { text })
})

test('parts of one sentence become clauses that each begin as a sentence', () => {
  const told =
    'Phú Lâm: Ký kết quy chế phối hợp bảo đảm an ninh thông tin\n\nCông an tỉnh Phú Lâm và Sở Khoa học và Công nghệ tỉnh Phú Lâm đã ký kết quy chế phối hợp. Quy chế phối hợp gồm một số nội dung: Phối hợp trao đổi thông tin; phối hợp thanh tra, kiểm tra; xây dựng phong trào tại cơ sở.\n'
  const clauses = mappedFrom(readRegulation(told)).text.articles.flatMap((article) => article.clauses.map((clause) => clause.text))
  assert.ok(clauses.length >= 3, clauses.join(' | '))
  for (const clause of clauses) assert.match(clause, /^\p{Lu}/u)
})
