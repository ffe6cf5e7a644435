import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDocument } from './read-document.ts'

const HEAD =
  'THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 44/2026/QĐ-TTg\n\nHà Nội, ngày 02 tháng 4 năm 2026\n\nQUYẾT ĐỊNH\nVề kho lưu trữ chung\n\n'
const read = (body: string) =>
  readDocument(HEAD + body).assignments.map((one) => `${one.lead.map(({ name }) => name).join(' + ')}: ${one.quote.slice(0, 24)}`)
const leads = (body: string) => read(body).map((line) => line.slice(0, line.indexOf(':')))

describe('duties that a decision or regulation gives by article', () => {
  it('reads titles that name the body, however they begin', () => {
    for (const title of [
      'Trách nhiệm của Cục Lưu trữ',
      'Quyền và trách nhiệm của Cục Lưu trữ',
      'Quyền, nghĩa vụ và trách nhiệm của Cục Lưu trữ',
      'Nhiệm vụ, quyền hạn của Cục Lưu trữ',
    ]) {
      assert.deepEqual(leads(`Điều 7. ${title}\n\n1. Vận hành kho liên tục.\n\n2. Kiểm tra hồ sơ gửi vào kho.`), [
        'Cục Lưu trữ',
        'Cục Lưu trữ',
      ])
    }
  })

  it('takes the whole of a title that names a sort of bodies', () => {
    assert.deepEqual(
      leads('Điều 8. Trách nhiệm của các cơ quan, tổ chức liên quan đến việc gửi hồ sơ\n\n1. Bố trí nguồn điện cho phòng máy.'),
      ['các cơ quan, tổ chức liên quan đến việc gửi hồ sơ'],
    )
  })

  it('leaves out rights, powers and criteria', () => {
    assert.deepEqual(
      leads('Điều 7. Quyền và trách nhiệm của Cục Lưu trữ\n\n1. Được cấp kinh phí hằng năm.\n\n2. Kiểm tra hồ sơ gửi vào kho.'),
      ['Cục Lưu trữ'],
    )
    assert.deepEqual(leads('Điều 9. Phê duyệt\n\n1. Cục trưởng Cục Lưu trữ có thẩm quyền:\n\na) Quyết định mua sắm thiết bị.'), [])
    assert.deepEqual(
      leads('Điều 5. Tiêu chí xác định\n\nCác tỉnh được xác định là đủ chuẩn khi có các tiêu chí sau:\n\n1. Có từ 5 kho trở lên.'),
      [],
    )
    assert.deepEqual(leads('Điều 6. Kết nối\n\n1. Hệ thống thông tin của cơ quan phải tuân thủ tiêu chuẩn về lưu trữ.'), [])
  })

  it('orders by reviews and reports too, and by closing articles', () => {
    assert.deepEqual(leads('Điều 10. Kỳ đánh giá và báo cáo\n\n1. Công an cấp tỉnh tổng hợp kết quả, báo cáo Bộ Công an.'), [
      'Công an cấp tỉnh',
    ])
    assert.deepEqual(leads('Điều 11. Hiệu lực thi hành\n\n3. Bộ Tư pháp hướng dẫn việc rà soát kho cũ.'), ['Bộ Tư pháp'])
  })

  it('finds who must act behind a time, behind those concerned and below who directs', () => {
    assert.deepEqual(
      leads(
        'Điều 9. Kiểm tra\n\n1. Định kỳ hằng năm và khi có yêu cầu, Bộ Công an có trách nhiệm:\n\na) Kiểm tra các kho.\n\nb) Tập huấn cho người giữ kho.',
      ),
      ['Bộ Công an', 'Bộ Công an'],
    )
    const concerned = leads(
      'Điều 9. Chuyển tiếp\n\n1. Đối với các bộ, cơ quan ngang bộ đã có kho riêng (không kể kho tạm) có trách nhiệm duy trì kho đến hết năm.',
    )
    assert.equal(concerned.length, 1)
    assert.match(concerned[0] ?? '', /^các bộ, cơ quan ngang bộ đã có kho riêng/)
    assert.deepEqual(
      leads('Điều 9. Kho riêng\n\n1. Bộ trưởng Bộ Quốc phòng chỉ đạo Ban Cơ yếu\n\na) Cấp khóa cho kho.\n\nb) Kiểm tra thiết bị.'),
      ['Ban Cơ yếu', 'Ban Cơ yếu'],
    )
  })

  it('does not take those who receive something for those who act', () => {
    const body =
      'Điều 7. Phối hợp\n\n1. Bộ Công an có trách nhiệm:\n\na) Căn cứ tình hình, cung cấp cho các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ thông tin về kho.\n\nb) Trường hợp các bộ, cơ quan ngang bộ đề nghị cung cấp thông tin thì cung cấp trong thời hạn 10 ngày kể từ ngày nhận đề nghị.'
    assert.deepEqual(leads(body), ['Bộ Công an', 'Bộ Công an'])
    assert.equal(readDocument(HEAD + body).assignments[1]?.deadline?.words, 'trong thời hạn 10 ngày kể từ ngày nhận đề nghị')
  })

  it('leaves what holds for everyone out of a text of many articles', () => {
    const rules = Array.from({ length: 6 }, (_, index) => `Điều ${index + 1}. Việc ${index}\n\nTổ chức, cá nhân nộp hồ sơ tại kho.`).join(
      '\n\n',
    )
    assert.deepEqual(leads(`${rules}\n\nĐiều 7. Thực hiện\n\nBộ Nội vụ hướng dẫn thực hiện Quyết định này.`), ['Bộ Nội vụ'])
  })

  it('keeps names that hold acts whole', () => {
    assert.deepEqual(leads('Điều 7. Thực hiện\n\n1. Cục Quản lý, giám sát bảo hiểm tổng hợp số liệu.'), ['Cục Quản lý, giám sát bảo hiểm'])
    assert.deepEqual(leads('Điều 7. Thực hiện\n\n1. Trưởng Ban Quản lý Khu kinh tế Phú Lâm và các khu công nghiệp tỉnh rà soát dự án.'), [
      'Trưởng Ban Quản lý Khu kinh tế Phú Lâm và các khu công nghiệp tỉnh',
    ])
    assert.deepEqual(leads('Điều 7. Thực hiện\n\n1. Bộ Nội vụ:\n\na) Phân công công chức theo dõi kho.'), ['Bộ Nội vụ'])
  })

  it('reads the numbers of resolutions with a point, and titles in capitals without a letterhead', () => {
    assert.equal(readDocument(HEAD.replace('44/2026/QĐ-TTg', '66.9/2026/NQ-CP')).number.value, '66.9/2026/NQ-CP')
    const directive = readDocument(
      'CHỈ THỊ CỦA THỦ TƯỚNG CHÍNH PHỦ\nVề kho lưu trữ\n\nThủ tướng Chính phủ chỉ thị:\n\n1. Bộ Nội vụ\n\na) Rà soát các kho.',
    )
    assert.equal(directive.type.value, 'chi-thi')
    assert.deepEqual(
      directive.assignments.map((one) => one.lead[0]?.name),
      ['Bộ Nội vụ'],
    )
  })
})

describe('a plan of two bodies', () => {
  it('gives tasks to those who issue it, each below its own title', () => {
    const plan =
      'BỘ CHỈ HUY QUÂN SỰ TỈNH PHÚ LÂM - CÔNG AN TỈNH PHÚ LÂM\n\nSố: 45/KHPH-BCHQS-CAT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nPhú Lâm, ngày 5 tháng 1 năm 2027\n\nKẾ HOẠCH PHỐI HỢP\nBảo vệ lễ hội\n\nI. NHIỆM VỤ\n\n1. Bộ Chỉ huy Quân sự tỉnh\n\n- Trực sẵn sàng 24/24 giờ.\n\n2. Công an tỉnh:\n\n- Báo cáo Tỉnh ủy khi có vụ việc phức tạp.'
    const draft = readDocument(plan)
    assert.equal(draft.number.value, '45/KHPH-BCHQS-CAT')
    assert.match(draft.issuer.value ?? '', /Công an tỉnh Phú Lâm$/)
    assert.deepEqual(
      draft.assignments.map((one) => one.lead[0]?.name),
      ['Bộ Chỉ huy Quân sự tỉnh', 'Công an tỉnh'],
    )
  })
})

describe('reports and party directives', () => {
  it('takes what is to come from a report, not what was done', () => {
    const report =
      'UBND TỈNH PHÚ LÂM\nCÔNG AN TỈNH\n\nSố: 210/BC-CAT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nPhú Lâm, ngày 15 tháng 6 năm 2026\n\nBÁO CÁO\n\nKết quả phối hợp\n\nI. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n\n1. Tuyên truyền\n\nSở Y tế triển khai 04 đợt rà soát, khắc phục 11 lỗ hổng.\n\n- UBND các xã tổ chức 120 buổi nói chuyện.\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\n1. Công an tỉnh chủ trì, phối hợp với các sở, ngành diễn tập trước ngày 30/9/2026.\n\nIII. KIẾN NGHỊ\n\nĐề nghị UBND tỉnh bố trí kinh phí.'
    const draft = readDocument(report)
    assert.deepEqual(
      draft.assignments.map((one) => one.lead[0]?.name),
      ['Công an tỉnh', 'UBND tỉnh'],
    )
    assert.equal(draft.assignments[0]?.deadline?.date, '2026-09-30')
  })

  it('reads a directive of a party committee', () => {
    const directive =
      'TỈNH ỦY PHÚ LÂM\n*\nSố 12-CT/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nPhú Lâm, ngày 05 tháng 3 năm 2026\n\nCHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề tăng cường an ninh mạng\n\nThời gian qua còn nơi chủ quan. Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng thực hiện tốt các nhiệm vụ sau:\n\n1. Tổ chức quán triệt trong đảng viên.\n\n2. Đảng ủy Công an tỉnh lãnh đạo Công an tỉnh nắm chắc tình hình.\n\nNơi nhận:\n- Lưu.'
    const draft = readDocument(directive)
    assert.equal(draft.number.value, '12-CT/TU')
    assert.equal(draft.issuer.value, 'Tỉnh ủy Phú Lâm')
    assert.equal(draft.subject.value, 'về tăng cường an ninh mạng')
    assert.deepEqual(
      draft.assignments.map((one) => one.lead[0]?.name),
      ['các cấp ủy, tổ chức đảng', 'Đảng ủy Công an tỉnh'],
    )
  })
})
