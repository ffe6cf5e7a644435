import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { docx, numbered, paragraph, table, textBox, zip } from './fixtures/docx-builder.ts'
import { IntakeError, type IntakeErrorCode } from './intake-error.ts'
import { MAX_ARCHIVE_ENTRIES, MAX_FILE_BYTES, MAX_TEXT_CHARACTERS } from './limits.ts'
import { readDocument } from './read-document.ts'
import { readDocumentFile } from './read-file.ts'

const refuses = (bytes: Uint8Array, name: string, code: IntakeErrorCode) =>
  assert.rejects(
    readDocumentFile(bytes, name),
    (error) => error instanceof IntakeError && error.code === code && error.texts.vi !== '' && error.texts.en !== '',
  )
const textOf = async (bytes: Uint8Array, name: string) => (await readDocumentFile(bytes, name)).text

const LIST = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`

describe('docx', () => {
  it('reads letterhead tables, automatic numbers and task tables as the page shows them', async () => {
    const bytes = docx(
      table([
        ['ỦY BAN NHÂN DÂN\nTỈNH PHÚ LÂM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'],
        ['Số: 64/KH-UBND', 'Phú Lâm, ngày 02 tháng 3 năm 2026'],
      ]) +
        paragraph('KẾ HOẠCH') +
        paragraph('Bảo đảm an toàn hồ đập') +
        numbered('Sở Nông nghiệp và Môi trường', 3) +
        numbered('Kiểm tra các hồ chứa trước ngày 30/4/2026.', 3, 1) +
        numbered('Phối hợp với Công an tỉnh cắm biển cảnh báo.', 3, 1) +
        numbered('Sở Xây dựng rà soát cầu yếu./.', 3) +
        paragraph('Nơi nhận:') +
        paragraph('PHỤ LỤC') +
        table([
          ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn'],
          ['1', 'Lập bản đồ ngập lụt hạ du', 'Sở Nông nghiệp và Môi trường', '', 'Quý II/2026'],
        ]),
      { numbering: LIST },
    )
    const { text, format } = await readDocumentFile(bytes, 'ke-hoach.docx')
    assert.equal(format, 'docx')
    const draft = readDocument(text)
    assert.deepEqual(
      [draft.number.value, draft.date.value, draft.type.value, draft.issuer.value],
      ['64/KH-UBND', '2026-03-02', 'ke-hoach', 'Ủy ban nhân dân tỉnh Phú Lâm'],
    )
    assert.match(draft.text, /1\. Sở Nông nghiệp và Môi trường\na\) Kiểm tra[^\n]*\nb\) Phối hợp[^\n]*\n2\. Sở Xây dựng/)
    assert.deepEqual(
      draft.assignments.map((task) => [
        task.lead[0]?.name,
        task.coordinate.map((body) => body.name).join(),
        task.deadline?.date ?? task.deadline?.words ?? null,
      ]),
      [
        ['Sở Nông nghiệp và Môi trường', '', '2026-04-30'],
        ['Sở Nông nghiệp và Môi trường', 'Công an tỉnh', null],
        ['Sở Xây dựng', '', null],
        ['Sở Nông nghiệp và Môi trường', '', 'Quý II/2026'],
      ],
    )
  })

  it('gives a merged lead cell to the rows below it, but none to a title row', async () => {
    const rows = [
      ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Thời hạn'],
      ['1', 'Sửa chữa trạm bơm số một', 'Sở Xây dựng', '2026'],
      ['2', 'Sửa chữa trạm bơm số hai', '', '2027'],
      ['II', 'Nhóm việc về thủy lợi nội đồng'],
      ['3', 'Nạo vét kênh chính phía đông', 'UBND xã Vĩnh An', '2026'],
    ]
    const text = await textOf(docx(paragraph('Số: 3/KH-UBND') + paragraph('KẾ HOẠCH') + table(rows) + paragraph('Nơi nhận:')), 'a.docx')
    assert.deepEqual(
      readDocument(text).assignments.map((task) => [task.content, task.lead[0]?.name]),
      [
        ['Sửa chữa trạm bơm số một', 'Sở Xây dựng'],
        ['Sửa chữa trạm bơm số hai', 'Sở Xây dựng'],
        ['Nạo vét kênh chính phía đông', 'UBND xã Vĩnh An'],
      ],
    )
  })

  it('leaves deleted text of tracked changes out and expands no entity', async () => {
    const text = await textOf(
      docx(`${paragraph('Còn lại &xxe; &#272;')}<w:p><w:del><w:r><w:t>đã xóa</w:t></w:r></w:del><w:r><w:t>giữ</w:t></w:r></w:p>`),
      'a.docx',
    )
    assert.match(text, /Còn lại &xxe; &#272;/)
    assert.match(text, /giữ/)
    assert.doesNotMatch(text, /đã xóa/)
  })

  it('refuses a stamp in the header, in a text box and in the letterhead', async () => {
    await refuses(docx(paragraph('KẾ HOẠCH'), { header: paragraph('TUYỆT MẬT') }), 'a.docx', 'secret-stamp')
    await refuses(docx(textBox('T Ố I  M Ậ T') + paragraph('KẾ HOẠCH')), 'a.docx', 'secret-stamp')
    const inCell = await textOf(
      docx(table([['UBND TỈNH PHÚ LÂM\nMẬT', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']]) + paragraph('KẾ HOẠCH')),
      'a.docx',
    )
    assert.throws(() => readDocument(inCell), { code: 'secret-stamp' })
  })

  it('refuses a stamp in a table cell, letter-spaced, and one drawn as a watermark', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const head = `<w:tbl><w:tr>${cell('UBND TỈNH PHÚ LÂM')}${cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:tr><w:tr>${cell('M Ậ T'.normalize('NFD'))}${cell('Số: 3/KH-UBND')}</w:tr></w:tbl>`
    await assert.rejects(
      async () => readDocument((await readDocumentFile(docx(head), 'a.docx')).text),
      (error: unknown) => error instanceof IntakeError && error.code === 'secret-stamp',
    )
    const mark = '<w:p><w:r><w:pict><v:shape><v:textpath string="T Ố I  M Ậ T"/></v:shape></w:pict></w:r></w:p>'
    await refuses(docx(paragraph('KẾ HOẠCH'), { header: mark }), 'a.docx', 'secret-stamp')
  })

  it('refuses a .docx whose text breaks off', async () => {
    const cut = zip([{ name: 'word/document.xml', content: '<w:document><w:body><w:p><w:r><w:t>Giao Sở Y tế' }])
    await refuses(cut, 'a.docx', 'not-a-docx')
  })

  it('takes a header and a drawn sample that only mention the words', async () => {
    const body = `${paragraph('KẾ HOẠCH')}${Array.from({ length: 90 }, (_, index) => paragraph(`Dòng thứ ${index}.`)).join('')}${textBox('TỐI MẬT')}`
    assert.match(await textOf(docx(body, { header: paragraph('Luật Bảo vệ bí mật nhà nước') }), 'a.docx'), /Dòng thứ 89/)
  })

  it('refuses what is no docx, is locked, or would unpack too far', async () => {
    await refuses(zip([{ name: 'word/other.xml', content: 'x' }]), 'a.docx', 'not-a-docx')
    await refuses(Buffer.from('PK\u0003\u0004 hỏng'), 'a.docx', 'not-a-docx')
    await refuses(Buffer.from('không phải zip'), 'a.docx', 'not-a-docx')
    await refuses(docx(paragraph('a')).subarray(0, 120), 'a.docx', 'not-a-docx')
    await refuses(zip([{ name: 'word/document.xml', content: Buffer.alloc(30 * 1024 * 1024, 0x20) }]), 'a.docx', 'archive-too-large')
    await refuses(
      zip([{ name: 'word/document.xml', content: Buffer.alloc(30 * 1024 * 1024, 0x20), declared: 900 }]),
      'a.docx',
      'not-a-docx',
    )
    await refuses(
      zip(Array.from({ length: MAX_ARCHIVE_ENTRIES + 1 }, (_, index) => ({ name: `word/x${index}`, content: '' }))),
      'a.docx',
      'archive-too-large',
    )
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    await refuses(ole, 'a.docx', 'password-protected')
    await refuses(ole.subarray(0, 400), 'a.doc', 'old-word')
  })
})

describe('html', () => {
  const page = `<!doctype html><html><head><title>Cổng</title><style>p{}</style></head><body><nav>Trang chủ</nav><script>alert(1)</script>
    <table><tr><td><b>UBND TỈNH PHÚ LÂM</b></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr>
    <tr><td>Số: 7/CT-UBND</td><td>Phú Lâm, ngày 05 tháng 5 năm 2026</td></tr></table>
    <p><b>CHỈ THỊ</b></p><p>Về an toàn đập</p><p>Chủ tịch UBND tỉnh yêu cầu:</p>
    <p>1. Sở Xây dựng kiểm&nbsp;tra
       cầu yếu.</p><div style="display:none">2. Sở Y tế trực.</div></body></html>`

  it('reads blocks and tables and drops scripts, styles, navigation and hidden parts', async () => {
    const { text, format } = await readDocumentFile(Buffer.from(page), 'chi-thi.html')
    assert.equal(format, 'html')
    const draft = readDocument(text)
    assert.equal(draft.number.value, '7/CT-UBND')
    assert.equal(draft.date.value, '2026-05-05')
    assert.deepEqual(
      draft.assignments.map((task) => task.quote),
      ['Sở Xây dựng kiểm tra cầu yếu.'],
    )
    assert.doesNotMatch(draft.text, /alert|Trang chủ|p\{\}|Sở Y tế/)
  })

  it('survives tags nested without end', async () => {
    assert.match(await textOf(Buffer.from(`${'<div>'.repeat(50_000)}chữ cuối`), 'a.htm'), /chữ cuối/)
  })
})

describe('plain text', () => {
  it('takes UTF-8 with and without a mark and UTF-16 with one', async () => {
    const text = 'Sở Xây dựng kiểm tra cầu yếu.'
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()])
      assert.equal((await textOf(bytes, 'a.txt')).replace('\ufeff', ''), text)
  })

  it('refuses other encodings with a word about them', async () => {
    const tcvn3 = Buffer.from([0x43, 0xe9, 0x6e, 0x67, 0x20, 0x68, 0xdf, 0x61, 0x20, 0xb8, 0xb5, 0x20, 0xd3])
    const windows1258 = Buffer.from('Uy? ban nhân dân ti?nh', 'latin1')
    await refuses(tcvn3, 'a.txt', 'wrong-encoding')
    await refuses(windows1258, 'a.txt', 'wrong-encoding')
    await refuses(Buffer.from('céng hßa x· héi chñ nghÜa viÖt nam ®éc lËp tù do h¹nh phóc'), 'a.txt', 'wrong-encoding')
    await refuses(
      Buffer.from(
        Buffer.from('Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện nghiêm túc chỉ thị này. '.repeat(4)).toString('latin1'),
      ),
      'a.txt',
      'wrong-encoding',
    )
    await refuses(Buffer.from('a\0b\0'), 'a.txt', 'wrong-encoding')
  })

  it('states its limits', async () => {
    await refuses(Buffer.alloc(0), 'a.txt', 'empty')
    await refuses(Buffer.from(' \n\t'), 'a.txt', 'empty')
    await refuses(Buffer.alloc(MAX_FILE_BYTES + 1, 0x61), 'a.txt', 'file-too-large')
    await refuses(Buffer.alloc(MAX_TEXT_CHARACTERS + 1, 0x61), 'a.txt', 'text-too-long')
    await refuses(Buffer.from('%PDF-1.7'), 'a.txt', 'pdf-not-yet')
    await refuses(Buffer.from('x'), 'a.xlsx', 'unknown-format')
    assert.match(new IntakeError('file-too-large').texts.vi, /20 MB/)
    assert.match(new IntakeError('text-too-long').texts.vi, /400\.000 ký tự/)
    assert.match(new IntakeError('text-too-long').texts.en, /400,000 characters/)
  })
})
