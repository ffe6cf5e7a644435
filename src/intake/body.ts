import { typeOfTitle } from './document-numbers.ts'
import { readMarker } from './markers.ts'
import type { Block, SourceText } from './source-text.ts'

/** Lines by which a site ends an article; what follows is other articles. */
const PRESS_END =
  /^(?:có thể bạn quan tâm|tin liên quan|tin,? bài liên quan|bài liên quan|bài viết liên quan|tin cùng chuyên mục|bài cùng chuyên mục|cùng chuyên mục|đọc thêm|xem thêm|đọc tiếp|tin khác|các tin khác|tin bài khác|bài viết khác|tin cũ hơn|tin mới hơn|tin mới nhất|tin nổi bật|tin đọc nhiều|đọc nhiều|xem nhiều|mới nhất|bình luận|ý kiến bạn đọc|ý kiến của bạn|gửi bình luận|đánh giá bài viết|từ khóa|từ khoá|tags?|nhập bình luận.*|bạn đọc phản hồi|văn bản nổi bật mới cập nhật|thích và chia sẻ.*|mới - nóng|chủ đề|bạn đang đọc|quảng cáo|liên quan|tin xem nhiều|xem nhiều nhất|đọc nhiều nhất|nổi bật|cùng chủ đề|bài đọc nhiều|đừng bỏ lỡ|đáng quan tâm|bạn có thể quan tâm|có thể bạn muốn đọc|dành cho bạn|gợi ý cho bạn|tin tức khác|các bài viết khác|tin tiếp theo|bài tiếp theo|tin cùng mục|cùng mục|lên đầu (?:top|trang)|quay lại|về trang trước|theo dõi chúng tôi|tin hot|liên kết website|thăm dò ý kiến|ý kiến phản hồi|gửi ý kiến|\d+ bình luận|thời tiết|tỷ giá|in bài viết|gửi email|chia sẻ:?)(?:\s*[:(].*)?$/iu
/** A paragraph of the report itself; what a site prints around it is shorter. */
const SHORTEST_BODY = 120
const DATELINE = /^\(\p{Lu}[\p{L}.\s]{1,20}\)\s*[-–—.:]/u
const CAPTION = /[-–]\s*ảnh\s+\d{1,2}\s*\.?$|(?:^|[\s(.])(?:ảnh|ảnh minh họa|ảnh minh hoạ|nguồn ảnh)\s*:\s*[^:]{2,80}$/iu
/** What a site itself says around a report. */
const SITE_LINE =
  /^(?:(?:theo dõi|chia sẻ)\s|(?:mời )?(?:quý độc giả |bạn đọc )?xem (?:nội dung )?(?:chi tiết|văn bản|toàn văn|tại đây)|lượt xem|tác giả bài viết|nguồn\s*:|(?:skip|chia sẻ bài viết)\s|cms-)/iu
const ATTACHED = /^(?:PHỤ LỤC|QUY CHẾ|KẾ HOẠCH|QUY ĐỊNH|DANH MỤC|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|PHÂN CÔNG|BẢNG|NHIỆM VỤ)(?:\s|$|:)/u
const FORM_PAGE = /^(?:mẫu|biểu|biểu mẫu)\s+(?:số\s*)?[\d.]+/iu

/** Whether the text is the document itself or a report about one: official paper carries its letterhead and recipients. */
export function readGenre(source: SourceText): 'official' | 'press' {
  const head = source.text.slice(0, 4_000)
  const letterhead = /CỘNG\s+(?:HÒA|HOÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM/u.test(head)
  if (!letterhead && source.blocks.some((block) => DATELINE.test(block.text))) return 'press'
  if (/^\s*(?:CHỈ THỊ|QUYẾT ĐỊNH|CÔNG ĐIỆN|NGHỊ QUYẾT|THÔNG TƯ|NGHỊ ĐỊNH|KẾ HOẠCH)\s+CỦA\s+\p{Lu}{2}/u.test(head)) return 'official'
  const marks = [
    /(?:^|\n)\s*Số\s*:\s*\S/u.test(head),
    /(?:^|\n)[-–\s]*Nơi nhận\s*:/iu.test(source.text),
    /(?:^|\n)\s*Kính gửi\s*:/u.test(head),
    /(?:^|\n)\s*Căn cứ\s/u.test(head),
    /\.\/\./.test(source.text),
    /(?:^|\n)Điều\s+1\s*[.:]/u.test(head),
    source.blocks.slice(0, 30).some((block) => block.text.length < 60 && typeOfTitle(block.text) !== null),
  ]
  return letterhead || marks.filter(Boolean).length >= 2 ? 'official' : 'press'
}

/** The paragraphs of a report that belong to it: no captions, no repeated lines, nothing after its end. */
export function pressBody(source: SourceText): Block[] {
  const out: Block[] = []
  const seen = new Set<string>()
  let datelines = 0
  let begun = false
  for (const [index, block] of source.blocks.entries()) {
    const text = block.text.trim()
    // the same words stand in a site's menu, above the report
    if (PRESS_END.test(text)) {
      if (begun) break
      continue
    }
    if (DATELINE.test(text) && datelines++ > 0) break
    const repeated = source.blocks[index + 1]?.text === block.text || seen.has(text)
    seen.add(text)
    if (repeated || CAPTION.test(text) || SITE_LINE.test(text)) continue
    begun ||= text.length > SHORTEST_BODY
    out.push(block)
  }
  return out
}

/** The paragraphs of an official document that can order something: neither letterhead nor signature, appendices yes, forms no. */
export function officialBody(source: SourceText): Block[] {
  const out: Block[] = []
  let ended = false
  for (const block of source.blocks) {
    const text = block.text
    if (FORM_PAGE.test(text)) break
    if (/^[-–*]?\s*Nơi nhận/iu.test(text)) ended = true
    if (ended && !block.cell && ATTACHED.test(text)) ended = false
    if (!ended && !block.cell) out.push(block)
    if (/\.\/\.\s*[”"*]?$/.test(text)) ended = true
  }
  return out
}

const SKIPPED =
  /^(?:[\p{L}\s,]*(?:mục đích|quan điểm|mục tiêu|nguyên tắc|chỉ tiêu|phạm vi|đối tượng|giải thích từ ngữ|căn cứ pháp lý|cơ sở pháp lý|bối cảnh|thực trạng|tồn tại|hạn chế|nguyên nhân|kết quả|đánh giá|tình hình|định hướng|dự báo tình hình|ý nghĩa|sự cần thiết|tầm nhìn|thành phần|kinh nghiệm)(?!\p{L}))/iu
const KEPT =
  /nhiệm vụ|giải pháp|tổ chức thực hiện|trách nhiệm|phân công|thực hiện|triển khai|tăng cường|nâng cao|rà soát|xây dựng|kiểm tra/iu

/** What was done or found, whatever words follow: "Kết quả thực hiện nhiệm vụ năm 2026". */
const RESULTS =
  /^(?:(?:một số |những )?kết quả(?: đạt được| công tác| thực hiện| triển khai| phối hợp|$)|tình hình(?: thực hiện| triển khai| kết quả|$)|tồn tại|hạn chế|khó khăn|ưu điểm|nguyên nhân|thực trạng)(?!\p{L})/iu

/** What an article may be about without ordering anything; one on reviews and reports does order. */
const SKIPPED_ARTICLE =
  /^(?:các\s+)?(?:mục đích|quan điểm|mục tiêu|nguyên tắc|chỉ tiêu|phạm vi|đối tượng|giải thích từ ngữ|căn cứ|tiêu chí|điều kiện|tiêu chuẩn|định mức|nội dung chi|thành phần|thẩm quyền|quyền hạn)(?!\p{L})/iu

/** Aims, principles, targets and reviews order nothing, whatever their sentences look like. */
export function isSkippedTitle(text: string): boolean {
  const marker = readMarker(text)
  const title = text.slice(marker?.length ?? 0).trim()
  if (title.length > 140 || /[.;]$/.test(title)) return false
  if (marker?.kind === 'article') return SKIPPED_ARTICLE.test(title) && !KEPT.test(title)
  if (/^(?:yêu cầu|các yêu cầu|yêu cầu chung)\s*:?$/iu.test(title)) return true
  return RESULTS.test(title) || (SKIPPED.test(title.slice(0, 80)) && !KEPT.test(title))
}
