import { docx, paragraph } from '../../src/intake/fixtures/docx-builder.ts'
import { addDays } from '../../src/kernel/clocks/dates.ts'
import { VIET_NAM_CALENDAR } from '../../src/kernel/clocks/viet-nam.ts'
import { officialDate } from '../../src/kernel/clocks/official-date.ts'
import { today } from '../days.ts'

/** A working day so many working days ahead, so that no limit of the walk is moved by a day of rest. */
export const workingDay = (ahead: number): string => VIET_NAM_CALENDAR.addWorkingDays(today(), ahead)

/** How a limit's day stands in a row, 'hạn thứ Hai 30/11'. */
export const dayWords = (day: string): RegExp => new RegExp(`hạn .*${officialDate(day).slice(0, -5)}`)

const [year, month, date] = addDays(today(), -3).split('-')

export const NUMBER = '2210/UBND-KGVX'
export const SUBJECT = 'giữ an toàn mạng lưới viễn thông trong mùa mưa bão'
/** A body that no directory knows, as letters name some. */
export const UNKNOWN = 'Tổ công tác hạ tầng số Tây Nguyên'

/** The letter that the walk takes in: a joint task, an unknown body, a lead to correct, every commune, an enterprise, and a sentence that orders nothing. */
export const LETTER = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: ${NUMBER}
V/v ${SUBJECT}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày ${date} tháng ${month} năm ${year}

Kính gửi:
- Công an tỉnh;
- Sở Khoa học và Công nghệ;
- UBND các xã, phường;
- Các doanh nghiệp viễn thông trên địa bàn tỉnh.

Để thông tin liên lạc thông suốt khi có thiên tai, UBND tỉnh có ý kiến như sau:

1. Công an tỉnh chủ trì, phối hợp với Sở Khoa học và Công nghệ kiểm tra việc bảo vệ các tuyến cáp trục và phòng máy quan trọng.

2. Giao ${UNKNOWN} tổng hợp danh sách các trạm thu phát sóng dễ bị cô lập.

3. Yêu cầu Sở Xây dựng hướng dẫn kỹ thuật gia cố cột ăng ten tại vùng có gió mạnh.

4. UBND các xã, phường rà soát nguồn điện dự phòng của trạm viễn thông trên địa bàn.

5. Đề nghị VNPT Gia Lai xây dựng phương án ứng cứu thông tin cho các xã biên giới.

6. Yêu cầu các đơn vị nghiêm túc thực hiện.

Nơi nhận:
- Như trên;
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
`

/** The same letter as a Word file. */
export const letterFile = (): Buffer =>
  docx(
    LETTER.split('\n')
      .map((line) => paragraph(line))
      .join(''),
  )
