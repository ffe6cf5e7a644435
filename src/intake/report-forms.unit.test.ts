import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDocument } from './read-document.ts'
import { taskContent } from './task-content.ts'

const leadsOf = (text: string) => readDocument(text).assignments.map((one) => one.lead.map((body) => body.name).join(' + '))
const OPENING = 'Ngày 9-9, UBND tỉnh Phú Lâm có Công văn số 41/UBND-NC về việc quản lý chợ đêm.\n\n'

describe('orders as a report tells them', () => {
  it('takes orders by persons who are named', () => {
    assert.deepEqual(leadsOf(`${OPENING}Theo đó, ông Tâm yêu cầu các sở/ngành rà soát hồ sơ cấp phép của chợ.`), ['các sở/ngành'])
    assert.deepEqual(leadsOf(`${OPENING}Ông Tâm cũng giao chủ tịch các xã/phường kiểm tra các điểm giữ xe quanh chợ.`), [
      'chủ tịch các xã/phường',
    ])
    assert.deepEqual(leadsOf(`${OPENING}Ông Tâm cho biết các sở đã rà soát hồ sơ cấp phép của chợ.`), [])
  })

  it('takes orders that are told as past, quoted, or passive', () => {
    assert.deepEqual(leadsOf(`${OPENING}Để giữ vệ sinh chung, Phú Lâm đã yêu cầu các phường bố trí thêm thùng rác quanh chợ.`), [
      'các phường',
    ])
    assert.deepEqual(leadsOf(`${OPENING}Công văn ghi “giao Sở Y tế kiểm tra các quầy thức ăn, xử lý vi phạm theo quy định”.`), ['Sở Y tế'])
    assert.deepEqual(leadsOf(`${OPENING}“Sở Y tế kiểm tra các quầy thức ăn và công khai kết quả”, Chủ tịch tỉnh nhấn mạnh.`), ['Sở Y tế'])
    assert.deepEqual(leadsOf(`${OPENING}Công an tỉnh được giao bảo đảm trật tự quanh chợ trong các đêm cuối tuần.`), ['Công an tỉnh'])
  })

  it('keeps the summing-up sentence only where nothing follows it', () => {
    const lede = 'UBND tỉnh Phú Lâm vừa có văn bản yêu cầu các sở, ngành, địa phương chấn chỉnh hoạt động chợ đêm.'
    assert.deepEqual(leadsOf(lede), ['các sở, ngành, địa phương'])
    assert.deepEqual(
      leadsOf(
        `${lede}\n\nTheo đó, Sở Y tế kiểm tra các quầy thức ăn. Công an tỉnh bảo đảm trật tự quanh chợ.\n\nSở Công Thương niêm yết giá.`,
      ),
      ['Sở Y tế', 'Công an tỉnh', 'Sở Công Thương'],
    )
  })

  it('reads a report cut from its middle, but not the news of a meeting', () => {
    const bodies = [
      'Sở Y tế kiểm tra các quầy thức ăn, công khai kết quả.',
      'Công an tỉnh bảo đảm trật tự quanh chợ vào cuối tuần.',
      'Sở Công Thương hướng dẫn các hộ niêm yết giá, xử lý vi phạm.',
    ].join('\n\n')
    assert.deepEqual(leadsOf(bodies), ['Sở Y tế', 'Công an tỉnh', 'Sở Công Thương'])
    assert.deepEqual(leadsOf(`Phát biểu tại hội nghị, đại diện ba đơn vị nêu việc đang làm.\n\n${bodies}`), [])
  })

  it('takes orders on a paper, behind a time, behind a semicolon', () => {
    const paper =
      'Ngày 9/11, UBND tỉnh Phú Lâm ban hành văn bản yêu cầu các sở, UBND các xã chủ động chống rét:\n\n1. Kiểm tra chuồng trại.\n\n2. Dự trữ thức ăn.'
    assert.deepEqual(leadsOf(paper), ['các sở + UBND các xã', 'các sở + UBND các xã'])
    assert.deepEqual(leadsOf(`${OPENING}Chủ tịch UBND tỉnh yêu cầu: từ ngày 30/4 đến hết ngày 3/5, các đơn vị phân công trực.`), [
      'các đơn vị',
    ])
    assert.deepEqual(leadsOf(`${OPENING}Thực hiện công văn của Văn phòng Chính phủ; UBND tỉnh yêu cầu các đơn vị phân công trực.`), [
      'các đơn vị',
    ])
    assert.deepEqual(leadsOf(`${OPENING}Văn phòng tỉnh cho biết Chủ tịch UBND tỉnh vừa giao Sở Y tế kiểm tra các quầy thức ăn.`), [
      'Sở Y tế',
    ])
  })

  it('takes a paper that directs, but neither approvals nor the names of reporters', () => {
    assert.deepEqual(leadsOf('Ngày 22.1, UBND tỉnh Phú Lâm ban hành văn bản chỉ đạo các sở, UBND các xã khẩn trương bố trí trụ sở.'), [
      'các sở + UBND các xã',
    ])
    const approved = `${OPENING}Theo đó, Chủ tịch UBND tỉnh Phú Lâm Trần Tâm chấp thuận ý kiến của Sở Y tế về việc dời chợ.`
    assert.deepEqual(leadsOf(`${approved}\n\nUBND tỉnh giao Sở Y tế rà soát hồ sơ.\n\nThu Phương`), ['Sở Y tế'])
    assert.deepEqual(leadsOf(`${OPENING}UBND tỉnh giao Sở Y tế rà soát hồ sơ. Địa phương nào chậm trễ phải chịu trách nhiệm.`), ['Sở Y tế'])
  })

  it('takes what is named after an order of the same paragraph, and no caption', () => {
    assert.deepEqual(leadsOf('Trong cuộc họp, tỉnh yêu cầu Sở Y tế lập phương án. Nếu thiếu giường, Sở Y tế báo cáo UBND tỉnh.'), [
      'Sở Y tế',
      'Sở Y tế',
    ])
    assert.deepEqual(leadsOf(`${OPENING}Công an tỉnh kiểm tra quầy hàng. Ảnh: M.K Chiều 9-9, UBND tỉnh họp.`), [])
  })

  it('reads a list below the body that shares its tasks with others', () => {
    const list =
      'UBND tỉnh giao nhiệm vụ như sau:\n\n1. Sở Y tế chủ trì, phối hợp với các sở, ngành liên quan\n\na) Kiểm tra các quầy thức ăn.\n\nb) Công khai kết quả kiểm tra.'
    for (const head of [OPENING, 'ỦY BAN NHÂN DÂN\nTỈNH PHÚ LÂM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 2/CT-UBND\n\nCHỈ THỊ\n\n'])
      assert.deepEqual(
        readDocument(`${head}${list}`).assignments.map((one) => [one.lead[0]?.name, one.coordinate[0]?.name]),
        [
          ['Sở Y tế', 'các sở, ngành liên quan'],
          ['Sở Y tế', 'các sở, ngành liên quan'],
        ],
      )
  })

  it('leaves out what the site itself says', () => {
    const text = `${OPENING}UBND tỉnh đề nghị Sở Y tế kiểm tra các quầy thức ăn.\n\nPhối hợp kiểm tra quầy thức ăn - Ảnh 1.\n\nXem chi tiết công văn đính kèm./.\n\nNhập bình luận của bạn:`
    assert.deepEqual(leadsOf(text), ['Sở Y tế'])
  })
})

describe('the head of a report', () => {
  const headOf = (text: string) => {
    const { type, number, date } = readDocument(text)
    return [type.value, number.value, date.value]
  }
  const order = '\n\nTheo đó, Sở Y tế kiểm tra các quầy thức ăn của chợ.'

  it('takes a number without a symbol as it stands', () => {
    assert.deepEqual(headOf(`UBND tỉnh Phú Lâm vừa ban hành Công văn số 1143 chỉ đạo quản lý chợ đêm.${order}`), ['cong-van', '1143', null])
  })

  it('gives neither number nor day of a document that is only carried out', () => {
    const cited = 'Thực hiện Công điện số 88/CĐ-TTg ngày 19/12/2025 của Thủ tướng Chính phủ, Phó Chủ tịch UBND tỉnh đã có văn bản chỉ đạo.'
    assert.deepEqual(headOf(`${cited}${order}`), ['cong-van', null, null])
    assert.deepEqual(headOf(`UBND tỉnh vừa có văn bản triển khai thực hiện Quyết định 55/QĐ-TTg về chợ.${order}`), ['cong-van', null, null])
    const stressed =
      'Tại công văn, UBND tỉnh yêu cầu các sở thực hiện nghiêm, trọng tâm là Chỉ thị số 21/CT-TTg ngày 15/5/2020 của Thủ tướng.'
    assert.deepEqual(headOf(`${stressed}${order}`), ['cong-van', null, null])
    assert.deepEqual(headOf(`Triển khai Công điện số 88 ngày 9/12/2025 của Thủ tướng, UBND tỉnh yêu cầu.${order}`), ['other', null, null])
  })
})

describe('names of bodies', () => {
  it('keeps what a body prevents in its name', () => {
    for (const name of [
      'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao',
      'Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh',
    ])
      assert.deepEqual(leadsOf(`${OPENING}UBND tỉnh giao ${name} kiểm tra các lối thoát của chợ.`), [name])
  })

  it('keeps an attribute that stands before the next body', () => {
    const bodies = 'yêu cầu các Ban Quản lý dự án chuyên ngành, khu vực, các chủ đầu tư và Sở Y tế kiểm tra các quầy.'
    assert.match(leadsOf(`${OPENING}UBND tỉnh ${bodies}`)[0] ?? '', /các chủ đầu tư \+ Sở Y tế$/)
  })
})

describe('bodies behind a colon', () => {
  it('spells out departments that a class or an office stands for', () => {
    const [task] = readDocument(
      `${OPENING}UBND tỉnh giao Sở Xây dựng chủ trì, phối hợp với các sở, ngành: Công an tỉnh, Y tế, Tài chính và các đơn vị liên quan rà soát chợ.`,
    ).assignments
    assert.deepEqual(
      task?.coordinate.map((body) => body.name),
      ['Công an tỉnh', 'Sở Y tế', 'Sở Tài chính', 'các đơn vị liên quan'],
    )
    assert.deepEqual(leadsOf(`${OPENING}UBND tỉnh giao Giám đốc: Sở Y tế, Sở Tài chính rà soát chợ.`), ['Giám đốc Sở Y tế + Sở Tài chính'])
  })
})

describe('letters', () => {
  const letter = (to: string, body: string) =>
    `ỦY BAN NHÂN DÂN\nTỈNH PHÚ LÂM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 9/UBND-NC\n\nPhú Lâm, ngày 03 tháng 11 năm 2025\n\nKính gửi:\n${to}\n\n${body}\n\nNơi nhận:\n- Như trên.`
  const intro = 'Thực hiện Công điện số 12/CĐ-TTg, Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:'

  it('orders nothing in the sentence that leads over to the tasks, however the addressees are listed', () => {
    for (const mark of ['- ', '+ ', '1. '])
      assert.deepEqual(leadsOf(letter(`${mark}Công an tỉnh;\n${mark}Sở Y tế.`, `${intro}\n\nGiao Công an tỉnh kiểm tra các bến xe.`)), [
        'Công an tỉnh',
      ])
  })

  it('does not let the receiver of a report give it', () => {
    const body = `${intro}\n\n1. Giao Sở Y tế tổng hợp tình hình.\n\nBáo cáo kết quả gửi về Sở Y tế trước ngày 15/12/2025.`
    assert.deepEqual(leadsOf(letter('- Sở Y tế.', body)), ['Sở Y tế'])
  })

  it('orders nothing where an office passes a conclusion on', () => {
    assert.deepEqual(
      leadsOf(
        letter(
          '- Sở Y tế.',
          `${intro}\n\nSở Y tế kiểm tra các quầy thuốc.\n\nVăn phòng UBND tỉnh xin thông báo để Sở Y tế biết, thực hiện./.`,
        ),
      ),
      ['Sở Y tế'],
    )
  })

  it('reads a letterhead whose table marks are not followed by blank lines', () => {
    const draft = readDocument(
      'ỦY BAN NHÂN DÂN\nTỈNH PHÚ LÂM\n-------\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n---------------\n|\nSố: 15/QĐ-UBND\n|\nPhú Lâm, ngày\n10 tháng 10 năm 2025\n|\nQUYẾT ĐỊNH\nVỀ VIỆC QUẢN LÝ CHỢ\nĐiều 1.\nBan hành Quy định về chợ.\nĐiều 2.\nGiám đốc Sở Công Thương phối hợp với các sở, ngành liên quan tổ chức\nthực hiện Quyết định này.\n|\nTM.\nỦY BAN NHÂN DÂN',
    )
    assert.equal(draft.date.value, '2025-10-10')
    assert.deepEqual(
      draft.assignments.map((one) => one.lead[0]?.name),
      ['Giám đốc Sở Công Thương'],
    )
  })

  it('tells the task in words that can stand alone', () => {
    const contentOf = (body: string) => {
      const draft = readDocument(letter('- Sở Y tế.', `${intro}\n\n${body}`))
      return draft.assignments.map((one) => taskContent(draft.text, one))
    }
    assert.deepEqual(contentOf('Sở Y tế phối hợp với Công an tỉnh trong công tác tập huấn sơ cứu.'), [
      'Phối hợp trong công tác tập huấn sơ cứu',
    ])
    assert.deepEqual(contentOf('Công an tỉnh được giao thẩm định phương án bảo vệ bến xe.'), ['Thẩm định phương án bảo vệ bến xe'])
    const long =
      'Căn cứ kết quả rà soát của các đơn vị trong tỉnh, ý kiến của các thành viên tổ công tác và đề xuất của cơ quan chuyên môn về việc bố trí lại các điểm đón, trả khách'
    assert.deepEqual(contentOf(`${long}, yêu cầu Sở Y tế lập phương án cấp cứu lưu động.`), ['Lập phương án cấp cứu lưu động'])
  })
})
