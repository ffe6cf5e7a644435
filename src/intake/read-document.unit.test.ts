import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { DraftAssignment, IntakeDraft } from './draft.ts'
import { EXPECTED as FIRST, type ExpectedTask } from './fixtures/expected.ts'
import { EXPECTED_LETTERS_AND_REPORTS } from './fixtures/expected-letters-and-reports.ts'
import { IntakeError } from './intake-error.ts'
import { MAX_TEXT_CHARACTERS } from './limits.ts'
import { readDocument } from './read-document.ts'

const EXPECTED = [...FIRST, ...EXPECTED_LETTERS_AND_REPORTS]
const drafts = new Map<string, IntakeDraft>(
  EXPECTED.map(({ file }) => [file, readDocument(readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8'))]),
)
const draftOf = (file: string) => drafts.get(file) as IntakeDraft
const names = (bodies: readonly { name: string }[]) => bodies.map((body) => body.name).join(' + ')

function matches(task: ExpectedTask, found: DraftAssignment): boolean {
  return found.quote.startsWith(task[1]) && names(found.lead) === task[0]
}

describe('whole documents of many kinds', () => {
  it('finds the assignments and no others', () => {
    let hits = 0
    let wanted = 0
    let made = 0
    const missed: string[] = []
    for (const { file, tasks } of EXPECTED) {
      const { assignments } = draftOf(file)
      wanted += tasks.length
      made += assignments.length
      for (const task of tasks) {
        if (assignments.some((found) => matches(task, found))) hits++
        else missed.push(`${file}: ${task[0]}: ${task[1]}`)
      }
    }
    assert.ok(hits / wanted >= 0.95, `recall ${hits}/${wanted}\n${missed.join('\n')}`)
    assert.ok(hits / made >= 0.95, `precision ${hits}/${made}`)
  })

  it('names the coordinating bodies, deadlines and recurrence of what it found', () => {
    let right = { coordinate: 0, deadline: 0, recurrence: 0 }
    let all = 0
    for (const { file, tasks } of EXPECTED) {
      for (const task of tasks) {
        const found = draftOf(file).assignments.find((assignment) => matches(task, assignment))
        if (!found) continue
        all++
        right.coordinate += Number(names(found.coordinate) === task[2])
        right.deadline += Number((found.deadline?.date ?? found.deadline?.words ?? null) === task[3])
        right.recurrence += Number(found.recurrence === task[4])
      }
    }
    for (const [field, count] of Object.entries(right)) assert.ok(count / all >= 0.95, `${field} ${count}/${all}`)
  })

  for (const { file, tasks: _, bases, signer, ...head } of EXPECTED) {
    it(`reads the head of ${file}`, () => {
      const draft = draftOf(file)
      const read = { type: draft.type.value, number: draft.number.value, date: draft.date.value, issuer: draft.issuer.value }
      assert.deepEqual(read, { type: head.type, number: head.number, date: head.date, issuer: head.issuer })
      assert.deepEqual(
        draft.legalBases.map((base) => base.value),
        bases,
      )
      assert.equal(draft.signer.value?.name ?? null, signer)
    })
  }

  it('points every span into the text that the screen shows', () => {
    for (const draft of drafts.values()) {
      const { text } = draft
      if (draft.number.value && draft.number.span)
        assert.equal(text.slice(draft.number.span.start, draft.number.span.end), draft.number.value)
      for (const assignment of draft.assignments) {
        assert.equal(text.slice(assignment.start, assignment.end).replace(/\s+/g, ' ').trim(), assignment.quote)
        for (const { name, span } of assignment.coordinate) assert.equal(text.slice(span.start, span.end).replace(/\s+/g, ' '), name)
        if (assignment.deadline)
          assert.ok(text.slice(assignment.deadline.span.start, assignment.deadline.span.end).includes(assignment.deadline.words))
        assert.ok(assignment.confidence > 0 && assignment.confidence <= 1)
      }
    }
  })
})

describe('a press report', () => {
  it('keeps the words of a date without a year and gives no date', () => {
    const draft = draftOf('bao-tin-cham-thu-phi.txt')
    assert.equal(draft.genre, 'press')
    assert.equal(draft.date.value, null)
    assert.equal(draft.dateWords, 'Ngày 4-6')
    assert.match(draft.date.unsure?.vi ?? '', /không ghi năm/)
  })

  it('ends where the article ends', () => {
    for (const file of ['bao-tin-cham-thu-phi.txt', 'bao-tin-cong-dien.txt']) {
      const told = draftOf(file)
        .assignments.map((assignment) => assignment.quote)
        .join(' ')
      assert.doesNotMatch(told, /nguồn gốc thuốc|trụ sở dôi dư|hóa đơn/)
    }
  })

  it('finds no order in a report of a signing ceremony', () => {
    assert.deepEqual(draftOf('bao-tin-le-ky-ket.txt').assignments, [])
  })
})

describe('forms of orders', () => {
  const read = (body: string) =>
    readDocument(
      `UBND TỈNH PHÚ LÂM\n\nSố: 1/CT-UBND\n\nCHỈ THỊ\n\nVề công tác phối hợp\n\nChủ tịch UBND tỉnh yêu cầu:\n\n${body}\n\nNơi nhận:\n- Lưu: VT.`,
    ).assignments

  it('takes the body at the end of nested orders', () => {
    const [task] = read('1. Sở Nội vụ đề nghị UBND tỉnh giao UBND thị xã An Bình rà soát biên chế.')
    assert.deepEqual(
      task?.lead.map((body) => body.name),
      ['UBND thị xã An Bình'],
    )
  })

  it('splits a list into equal leads and keeps a class whole', () => {
    const [task] = read(
      '1. Các Sở: Tài chính, Văn hóa, Thể thao và Du lịch; các cơ quan, đơn vị liên quan và UBND các xã, phường lập dự toán.',
    )
    assert.deepEqual(
      task?.lead.map((body) => body.name),
      ['Sở Tài chính', 'Sở Văn hóa, Thể thao và Du lịch', 'các cơ quan, đơn vị liên quan', 'UBND các xã, phường'],
    )
  })

  it('splits clauses only where the lead changes', () => {
    const tasks = read('1. Sở Y tế rà soát thuốc; bổ sung vật tư; Sở Tài chính cấp kinh phí.')
    assert.deepEqual(
      tasks.map((task) => [names(task.lead), task.quote]),
      [
        ['Sở Y tế', 'Sở Y tế rà soát thuốc; bổ sung vật tư;'],
        ['Sở Tài chính', 'Sở Tài chính cấp kinh phí.'],
      ],
    )
  })

  it('resolves a short name to the body named before', () => {
    const tasks = read('1. Sở Khoa học và Công nghệ chủ trì lập kế hoạch. Đồng thời, Sở hướng dẫn các địa phương thực hiện.')
    assert.deepEqual(
      tasks.map((task) => names(task.lead)),
      ['Sở Khoa học và Công nghệ', 'Sở Khoa học và Công nghệ'],
    )
  })

  it('carries the lead to a sentence without a subject, and says that it is unsure', () => {
    const tasks = read('1. Công an tỉnh xử lý vi phạm. Thường xuyên trao đổi thông tin với Sở Tư pháp.')
    assert.equal(names(tasks[1]?.lead ?? []), 'Công an tỉnh')
    assert.ok((tasks[1]?.confidence ?? 1) < (tasks[0]?.confidence ?? 0))
    assert.match(tasks[1]?.unsure?.vi ?? '', /không nêu ai chủ trì/)
  })

  it('tells the four shapes apart', () => {
    const shapes = read(
      '1. Sở Y tế\n\n- Nộp báo cáo tổng kết trước ngày 05/12/2026.\n\n- Gửi số liệu trước ngày 20 hằng tháng.\n\n- Thường xuyên kiểm tra kho thuốc.\n\n- Kịp thời cung cấp thông tin khi phát hiện ổ dịch.',
    ).map((task) => task.shape)
    assert.deepEqual(shapes, ['once', 'recurring', 'continuous', 'on-event'])
  })

  it('orders nothing from aims, principles, closings and the issuer itself', () => {
    assert.deepEqual(read('I. MỤC ĐÍCH\n\n1. Sở Y tế nâng cao chất lượng phục vụ.\n\nII. NGUYÊN TẮC\n\n1. Các sở phối hợp chặt chẽ.'), [])
    assert.deepEqual(read('1. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo Sở Y tế.'), [])
    assert.deepEqual(read('1. UBND tỉnh ban hành danh mục kèm theo.'), [])
  })
})

describe('refusals and bounds', () => {
  const refused = (text: string) => {
    try {
      readDocument(text)
      return null
    } catch (error) {
      if (error instanceof IntakeError) return error.code
      throw error
    }
  }

  it('refuses an empty, an over-long and a stamped text', () => {
    assert.equal(refused(' \n\n** **\n|'), 'empty')
    assert.equal(refused('a'.repeat(MAX_TEXT_CHARACTERS + 1)), 'text-too-long')
    assert.equal(refused('UBND TỈNH PHÚ LÂM\nTỐI MẬT\nSố: 2/KH-UBND'), 'secret-stamp')
  })

  it('reads the longest text, however it is made, in time', () => {
    const hostile = [
      'Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế, '.repeat(8_100),
      'Sở A, '.repeat(66_000),
      '1. '.repeat(133_000),
      '|\n'.repeat(199_000),
      '('.repeat(399_000),
      '**a '.repeat(99_000),
      `${'Đơn vị chủ trì: Sở Y tế; '.repeat(15_900)}`,
      'trước ngày trước ngày 1/1 và '.repeat(13_700),
      ' '.repeat(399_000) + 'x',
      `${'ngày '.repeat(79_000)}`,
      'Các cơ quan, đơn vị và '.repeat(17_300),
      '12/QĐ-'.repeat(66_000),
      `${'- Tổ chức thực hiện.\n\n'.repeat(18_000)}`,
      'phối hợp với '.repeat(30_700),
      'định kỳ báo cáo kết quả '.repeat(16_600),
      '| a '.repeat(99_000),
      `${'*'.repeat(399_000)}x`,
      `* ${'a*'.repeat(199_000)} b`,
    ]
    for (const text of hostile) {
      // Time at work, not time passed: other programs of a busy machine must not count.
      const began = process.cpuUsage()
      refused(text.slice(0, MAX_TEXT_CHARACTERS))
      const { user, system } = process.cpuUsage(began)
      const took = (user + system) / 1000
      assert.ok(took < 5_000, `${text.slice(0, 20)}…: ${Math.round(took)} ms`)
    }
  })

  it('answers with a draft or a refusal for any mixture, spans inside the text', () => {
    const pieces = [
      'Sở Y tế ',
      'giao ',
      'các ',
      '; ',
      ', ',
      '. ',
      '\n',
      '\n\n',
      '|\n',
      '**',
      '*',
      '1. ',
      'a) ',
      '- ',
      ':',
      '(',
      'phối hợp với ',
      'và ',
      'trước ngày 1/2/2026 ',
      'Số: 1/QĐ-UBND',
      'UBND ',
      '“',
      'Điều 2. ',
      '\t',
      '| a | b |',
      'KT. CHỦ TỊCH',
      'Nơi nhận: ',
      'Đơn vị chủ trì: ',
      '\u0301',
      '𝒳',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 120 }), (parts) => {
        const text = parts.join('')
        if (refused(text) !== null) return
        const draft = readDocument(text)
        for (const { start, end, lead } of draft.assignments) {
          assert.ok(start >= 0 && start < end && end <= draft.text.length)
          assert.ok(lead.length > 0)
        }
      }),
      { numRuns: 300 },
    )
  })
})
