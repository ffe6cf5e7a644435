/** What requests for access, and reading by a grant, can answer. */
export const ACCESS_PROBLEMS = {
  'access-limit-officer': {
    status: 429,
    vi: 'Đồng chí đã gửi {most} yêu cầu trong 24 giờ. Gửi tiếp từ {time}.',
    en: 'You sent {most} requests within 24 hours. Send the next one from {time}.',
  },
  'access-limit-agency': {
    status: 429,
    vi: 'Cơ quan đồng chí đã gửi {most} yêu cầu trong 24 giờ. Gửi tiếp từ {time}.',
    en: 'Your agency sent {most} requests within 24 hours. Send the next one from {time}.',
  },
  'access-answered': { status: 409, vi: 'Yêu cầu xem này đã được trả lời.', en: 'This request for access has been answered.' },
  'access-not-granted': { status: 409, vi: 'Cơ quan này không còn được xem.', en: 'This agency does not read the case any more.' },
  'reading-only': {
    status: 403,
    vi: 'Cơ quan đồng chí được cho xem hồ sơ này, không thao tác.',
    en: 'Your agency was granted to read this case, not to act in it.',
  },
} as const
