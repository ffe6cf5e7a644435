import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDocument } from './read-document.ts'
import { taskContent } from './task-content.ts'

const letter = (body: string): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 15/UBND-KGVX\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGia Lai, ngày 16 tháng 11 năm 2026\nV/v kiểm tra\n\nUBND tỉnh yêu cầu:\n${body}\n`

const contents = (body: string): string[] => {
  const draft = readDocument(letter(body))
  return draft.assignments.map((one) => taskContent(draft.text, one))
}

test('the task is told without the lead and those who work along', () => {
  assert.deepEqual(
    contents(
      '1. Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Công an tỉnh, các đơn vị liên quan kiểm tra việc quản lý thuê bao di động.',
    ),
    ['Kiểm tra việc quản lý thuê bao di động'],
  )
  assert.deepEqual(contents('1. Công an tỉnh phối hợp với Sở Công Thương xác minh, xử lý vi phạm trong cung cấp dịch vụ bưu chính.'), [
    'Xác minh, xử lý vi phạm trong cung cấp dịch vụ bưu chính',
  ])
})

test('a lead that is carried over is no part of the task', () => {
  const [, content] = contents(
    '1. Sở Khoa học và Công nghệ kiểm tra thuê bao di động trên địa bàn.\nĐồng thời, Sở phối hợp với Công an tỉnh xử lý tổ chức, cá nhân vi phạm quy định.',
  )
  assert.equal(content, 'Xử lý tổ chức, cá nhân vi phạm quy định')
})

test('bodies that work along in the middle of the task stay in its words', () => {
  const [content] = contents('1. Sở Công Thương kiểm tra các điểm phục vụ; phối hợp với Công an tỉnh xử lý vi phạm.')
  assert.match(content ?? '', /^Kiểm tra các điểm phục vụ/)
})

test('nothing is lost where only the sentence itself is left', () => {
  for (const content of contents('1. Công an tỉnh, Sở Y tế thực hiện.\n2. Sở Tài chính bố trí kinh phí.')) assert.ok(content.length > 5)
})
