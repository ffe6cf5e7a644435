/**
 * The letter of the demo: the facts of a letter of 2024 (number, issuer, who is to do what), told in words of this project, with the bodies of its day.
 * Those bodies have successors now, which the directory finds when the letter is read in.
 */
export const LETTER = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 1009/UBND-KGVX
V/v tăng cường bảo đảm an toàn cơ sở hạ tầng, an ninh thông tin bưu chính, viễn thông

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 02 tháng 5 năm 2024

Kính gửi:
- Sở Thông tin và Truyền thông;
- Công an tỉnh;
- Cục Quản lý thị trường tỉnh;
- UBND các huyện, thị xã, thành phố;
- Các doanh nghiệp bưu chính, viễn thông trên địa bàn tỉnh.

Để bảo đảm an toàn cơ sở hạ tầng và an ninh thông tin trong cung cấp, sử dụng dịch vụ bưu chính, viễn thông trên địa bàn, UBND tỉnh có ý kiến như sau:

1. Yêu cầu Sở Thông tin và Truyền thông chủ trì, phối hợp với các cơ quan liên quan tham mưu, hướng dẫn công tác quản lý nhà nước về an toàn hạ tầng bưu chính, viễn thông.
Sở hướng dẫn các cơ quan báo chí và hệ thống thông tin cơ sở tuyên truyền pháp luật về bưu chính, viễn thông và ý nghĩa của việc giữ an toàn hạ tầng, an ninh thông tin, để mọi tầng lớp nhân dân cảnh giác, không để kẻ xấu lợi dụng.
Chỉ đạo, hướng dẫn các doanh nghiệp cung ứng dịch vụ bưu chính, viễn thông thực hiện quy định của pháp luật về an toàn hạ tầng và an ninh thông tin.
Đồng thời, Sở phối hợp với Công an tỉnh, các đơn vị, địa phương liên quan thanh tra, kiểm tra và xử lý tổ chức, cá nhân vi phạm quy định về an toàn hạ tầng, an ninh thông tin.

2. Công an tỉnh chỉ đạo triển khai các biện pháp bảo đảm an ninh, an toàn trong lĩnh vực bưu chính, viễn thông; phát hiện, đấu tranh với hành vi lợi dụng dịch vụ này để xâm phạm an ninh quốc gia, trật tự an toàn xã hội.
Thường xuyên phối hợp, trao đổi thông tin với Sở Thông tin và Truyền thông, các doanh nghiệp bưu chính, viễn thông về âm mưu, phương thức, thủ đoạn lợi dụng mạng bưu chính, viễn thông để chống phá.
Phối hợp với Sở Thông tin và Truyền thông, các đơn vị liên quan kiểm tra, xử lý việc đăng ký, quản lý, lưu trữ và sử dụng thuê bao di động của các doanh nghiệp viễn thông, việc chấp hành pháp luật về bưu chính.
Chỉ đạo, hướng dẫn Công an các địa phương phối hợp với các ngành chức năng giữ an toàn hạ tầng bưu chính, viễn thông; chủ động nắm tình hình, ngăn chặn hoạt động lợi dụng dịch vụ.

3. UBND các huyện, thị xã, thành phố tăng cường chỉ đạo, thanh tra, kiểm tra các điểm phục vụ bưu chính và trạm viễn thông tại địa phương; phối hợp với Sở Thông tin và Truyền thông, Công an tỉnh, các đơn vị liên quan trao đổi thông tin, điều tra xác minh, xử lý vi phạm thuộc phạm vi quản lý.

4. Đề nghị Cục Quản lý thị trường tỉnh chỉ đạo các đơn vị trực thuộc kiểm tra, phối hợp với các ngành chức năng xác minh, xử lý vi phạm về thương mại trong cung ứng dịch vụ bưu chính, viễn thông. Kịp thời cung cấp thông tin cho Công an tỉnh, Sở Thông tin và Truyền thông khi phát hiện hành vi lợi dụng kinh doanh dịch vụ để vi phạm pháp luật.

5. Yêu cầu các doanh nghiệp bưu chính, viễn thông trên địa bàn tỉnh thực hiện nghiêm quy định của pháp luật, khuyến cáo của cơ quan có thẩm quyền, quy trình kỹ thuật, biện pháp nghiệp vụ bảo đảm an toàn hạ tầng, an ninh thông tin.
6. Các doanh nghiệp bưu chính, viễn thông chủ trì, phối hợp với Sở Thông tin và Truyền thông, Công an tỉnh phổ biến, tập huấn nâng cao trình độ và tinh thần trách nhiệm cho nhân viên giao dịch.
7. Các doanh nghiệp bưu chính, viễn thông phối hợp, tạo điều kiện để cơ quan có thẩm quyền thanh tra, kiểm tra, điều tra, xử lý vi phạm pháp luật về bưu chính, viễn thông.

Nơi nhận:
- Như trên;
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
`

/** Limits that the office sets where the letter names none, in working days from today; the assignment is found by words of its text. */
export const LIMITS: { words: string; workingDays: number }[] = [
  { words: 'thanh tra, kiểm tra và xử lý', workingDays: -3 },
  { words: 'thuê bao di động', workingDays: -2 },
  { words: 'trạm viễn thông tại địa phương', workingDays: 2 },
  { words: 'vi phạm về thương mại', workingDays: -1 },
  { words: 'nhân viên giao dịch', workingDays: 1 },
  { words: 'tham mưu, hướng dẫn công tác quản lý', workingDays: 17 },
]
