import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDocument } from './read-document.ts'

const OPENING = 'Ngày 9-9, UBND tỉnh Phú Lâm có Công văn số 41/UBND-NC về việc quản lý chợ đêm.\n\n'
const leads = (text: string) => readDocument(OPENING + text).assignments.map((one) => one.lead.map((body) => body.name).join(' + '))

describe('turns by which a report goes from one body to the next', () => {
  it('tells bodies in one sentence apart', () => {
    assert.deepEqual(
      leads(
        'UBND tỉnh yêu cầu Công an tỉnh bảo đảm trật tự; Sở Y tế kiểm tra thức ăn, còn Ban Quản lý chợ tỉnh bố trí thùng rác, trong khi Sở Xây dựng kiểm tra lều quán.',
      ),
      ['Công an tỉnh', 'Sở Y tế', 'Ban Quản lý chợ tỉnh', 'Sở Xây dựng'],
    )
  })

  it('carries a body on behind "cạnh đó", and takes those whom a paper or a ministry directs', () => {
    assert.deepEqual(leads('UBND tỉnh giao Sở Y tế kiểm tra thức ăn. Cạnh đó, phối hợp với các ngành chức năng xử lý vi phạm.'), [
      'Sở Y tế',
      'Sở Y tế',
    ])
    assert.deepEqual(leads('Công văn cũng chỉ đạo Chánh Thanh tra tỉnh tổ chức kiểm tra việc thu phí.'), ['Chánh Thanh tra tỉnh'])
    assert.deepEqual(leads('Cụ thể, Bộ chỉ đạo các Sở Công Thương chuẩn bị phương án cung ứng hàng hóa.'), ['Sở Công Thương'])
    assert.deepEqual(leads('Theo đó, Thủ tướng chỉ đạo: Bộ Công Thương rà soát các chợ đầu mối.'), ['Bộ Công Thương'])
    assert.deepEqual(leads('Theo đó, Thủ tướng Chính phủ yêu cầu, Bộ Công an chỉ đạo công an các địa phương giữ trật tự.'), ['Bộ Công an'])
  })

  it('finds bodies named before who orders them, and behind what the order is about', () => {
    assert.deepEqual(leads('Riêng các bộ Công an, Y tế; UBND TP Phú Lâm, Thủ tướng yêu cầu có báo cáo trước ngày 12-2.'), [
      'Bộ Công an + Bộ Y tế + UBND TP Phú Lâm',
    ])
    assert.deepEqual(
      leads(
        'Ngoài ra, liên quan việc thu phí trên địa bàn, Chủ tịch UBND tỉnh Phú Lâm Trần Văn Tâm còn yêu cầu các đơn vị, địa phương niêm yết giá.',
      ),
      ['các đơn vị, địa phương'],
    )
    assert.deepEqual(leads('Phát biểu tại hội nghị, đồng chí Chủ tịch UBND tỉnh yêu cầu các ngành, địa phương khẩn trương vào cuộc.'), [
      'các ngành, địa phương',
    ])
    assert.deepEqual(
      leads(
        'UBND tỉnh yêu cầu rà soát việc cho thuê chỗ.\n\nĐối với các cơ quan tuyên truyền, báo chí, chỉ đạo tăng cường tuyên truyền về giờ mở chợ.',
      ).at(-1),
      'các cơ quan tuyên truyền, báo chí',
    )
  })

  it('reads departments by short forms with dashes', () => {
    assert.deepEqual(leads('UBND tỉnh giao Sở TN-MT, Sở NN-PTNT và Sở Lao động-Thương binh và Xã hội rà soát các hộ bán hàng.'), [
      'Sở TN-MT + Sở NN-PTNT + Sở Lao động-Thương binh và Xã hội',
    ])
  })

  it('takes nothing from speech, figures and what a body says of itself', () => {
    const order = 'UBND tỉnh giao Sở Y tế kiểm tra thức ăn.'
    for (const telling of [
      '"Không để ai bày bán ngoài vạch. Rút kinh nghiệm từ mùa trước để làm tốt hơn”, ông Trần Văn Tâm cho biết.',
      'Thống kê của ngành y tế cho thấy 6 tháng đầu năm có 3 vụ ngộ độc.',
      'Tại phường Một, đại tá Trần Văn Tâm - trưởng phòng - cho biết đơn vị có triển khai nhanh việc này.',
      'Sở Xây dựng cho biết đã hoàn thành hồ sơ và trình thẩm định.',
      'Trước đó, chợ đã được mở vào năm 2022 và từng nhiều lần dời chỗ.',
    ])
      assert.deepEqual(leads(`${order}\n\n${telling}`), ['Sở Y tế'], telling)
  })

  it('knows bodies by what they have, and those a paper names in brackets before its order', () => {
    assert.deepEqual(leads('UBND các xã, phường có bến khách chịu trách nhiệm kiểm tra áo phao.'), ['UBND các xã, phường có bến khách'])
    assert.deepEqual(leads('Theo đó, công văn do ông Trần Văn Tâm ký (số 2638) yêu cầu Sở Y tế, UBND H.An Hòa rà soát hồ sơ.'), [
      'Sở Y tế + UBND H.An Hòa',
    ])
    assert.deepEqual(leads('Cảnh sát Phòng cháy và Chữa cháy tỉnh tổ chức kiểm tra lối thoát nạn.'), [
      'Cảnh sát Phòng cháy và Chữa cháy tỉnh',
    ])
  })

  it('reads past a menu with the words that end a report, and ends where they come below it', () => {
    const body =
      'UBND tỉnh Phú Lâm vừa có Công văn số 2210/UBND-GTXD yêu cầu Sở Xây dựng kiểm tra điều kiện hoạt động của các bến khách ngang sông, báo cáo trước ngày 30-5-2026.'
    const draft = readDocument(
      `Trang chủ\n\nĐọc nhiều\n\nTăng cường quản lý bến khách\n\n${body}\n\nTin cùng chuyên mục\n\nUBND tỉnh An Hòa yêu cầu Sở Y tế kiểm tra bếp ăn.`,
    )
    assert.deepEqual(
      draft.assignments.map((one) => one.lead[0]?.name),
      ['Sở Xây dựng'],
    )
    assert.equal(draft.assignments[0]?.deadline?.date, '2026-05-30')
    assert.equal(draft.date.value, null, 'the day by which to report is not the day of the document')
  })
})
