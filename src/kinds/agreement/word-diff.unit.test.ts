import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordDiff } from './word-diff.ts'

const said = (before: string, after: string) => wordDiff(before, after).map(({ kind, text }) => [kind, text])

test('words taken out and put in stand where they were', () => {
  assert.deepEqual(said('trả lời trong 5 ngày làm việc', 'trả lời trong 3 ngày làm việc'), [
    ['same', 'trả lời trong '],
    ['removed', '5 '],
    ['added', '3 '],
    ['same', 'ngày làm việc'],
  ])
  assert.deepEqual(said('Trao đổi giữa hai cơ quan.', 'Trao đổi giữa hai cơ quan, trả lời ngay.'), [
    ['same', 'Trao đổi giữa hai cơ quan'],
    ['added', ', trả lời ngay'],
    ['same', '.'],
  ])
  assert.deepEqual(said('', 'Sơ kết'), [['added', 'Sơ kết']])
  assert.deepEqual(said('Sơ kết', ''), [['removed', 'Sơ kết']])
  assert.deepEqual(said('Sơ kết', 'Sơ kết'), [['same', 'Sơ kết']])
})

test('the pieces give both texts back, whatever they are', () => {
  const word = fc.constantFrom('báo', 'cáo', 'định', 'kỳ', 'sáu', 'tháng', 'một', 'lần,', '1.204;', '…', '(kỳ)')
  const sentence = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const pieces = wordDiff(before, after)
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('')
      assert.equal(without('added'), before)
      assert.equal(without('removed'), after)
      assert.equal(
        pieces.every((piece, i) => piece.text !== '' && piece.kind !== pieces[i - 1]?.kind),
        true,
      )
    }),
  )
})
