import type { Announcement, CalendarData, HolidayRule } from '../calendar-data.ts'

const LABOUR_CODE = 'Bộ luật Lao động 45/2019/QH14, Điều 112'
const NAMES = {
  newYear: { vi: 'Tết Dương lịch', en: "New Year's Day" },
  tet: { vi: 'Tết Nguyên đán', en: 'Tết (Lunar New Year)' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings Commemoration' },
  victory: { vi: 'Ngày Chiến thắng 30/4', en: 'Reunification Day' },
  labour: { vi: 'Quốc tế Lao động', en: 'International Labour Day' },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Viet Nam Culture Day' },
}

const rule = (id: string, part: Pick<HolidayRule, 'name' | 'anchor' | 'from'> & Partial<HolidayRule>): HolidayRule => ({
  id,
  offsets: [0],
  until: null,
  applies: true,
  certainty: 'certain',
  source: LABOUR_CODE,
  ...part,
})

const HOLIDAYS: HolidayRule[] = [
  rule('new-year', { name: NAMES.newYear, anchor: { solar: '01-01' }, from: 2000 }),
  // Four days until the Labour Code of 2012, five since. Which ones is announced each year; one before mùng 1 is the assumption.
  rule('tet-four-days', {
    name: NAMES.tet,
    anchor: { lunar: 'tet' },
    offsets: [-1, 0, 1, 2],
    from: 2000,
    until: 2013,
    certainty: 'unverified',
  }),
  rule('tet', { name: NAMES.tet, anchor: { lunar: 'tet' }, offsets: [-1, 0, 1, 2, 3], from: 2014, certainty: 'unverified' }),
  rule('hung-kings', { name: NAMES.hungKings, anchor: { lunar: 'hung-kings' }, from: 2007 }),
  rule('victory', { name: NAMES.victory, anchor: { solar: '04-30' }, from: 2000 }),
  rule('labour', { name: NAMES.labour, anchor: { solar: '05-01' }, from: 2000 }),
  rule('national', { name: NAMES.national, anchor: { solar: '09-02' }, from: 2000 }),
  // The second day, before or after 2/9, is announced each year; the day after is the assumption until then.
  rule('national-second', { name: NAMES.national, anchor: { solar: '09-02' }, offsets: [1], from: 2021, certainty: 'unverified' }),
  rule('culture', {
    name: NAMES.culture,
    anchor: { solar: '11-24' },
    from: 2026,
    certainty: 'unverified',
    source: 'Nghị quyết 80-NQ/TW ngày 07/01/2026: chủ trương là ngày nghỉ; chưa đối chiếu luật',
  }),
]

const days = (year: number, holiday: string, dates: string[], certainty: Announcement['certainty'], source: string): Announcement => ({
  year,
  applies: true,
  certainty,
  source,
  days: { holiday, dates },
})

const swap = (off: string, work: string, certainty: Announcement['certainty'], source: string): Announcement => ({
  year: Number(off.slice(0, 4)),
  applies: true,
  certainty,
  source,
  swap: { off, work },
})

const RECALLED = 'Lịch nghỉ của năm, chưa đối chiếu văn bản'

/** One entry for each decision on the days off of a year. 2027 and later follow the rules until announced. */
const ANNOUNCEMENTS: Announcement[] = [
  days(
    2020,
    'tet',
    ['2020-01-23', '2020-01-24', '2020-01-25', '2020-01-26', '2020-01-27'],
    'certain',
    'socongthuong.daklak.gov.vn 07/01/2020: nghỉ 23/01 đến 29/01/2020',
  ),
  days(
    2021,
    'tet',
    ['2021-02-10', '2021-02-11', '2021-02-12', '2021-02-13', '2021-02-14'],
    'certain',
    'sggpnews.org.vn 09/12/2020: nghỉ 10/02 đến 16/02/2021',
  ),
  days(2021, 'national-second', ['2021-09-03'], 'certain', 'sggpnews.org.vn 09/12/2020: nghỉ 02/9 đến 05/9/2021'),
  days(2022, 'tet', ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'], 'unverified', RECALLED),
  days(2022, 'national-second', ['2022-09-01'], 'unverified', RECALLED),
  days(2023, 'tet', ['2023-01-20', '2023-01-21', '2023-01-22', '2023-01-23', '2023-01-24'], 'unverified', RECALLED),
  days(2023, 'national-second', ['2023-09-01'], 'unverified', RECALLED),
  days(2024, 'tet', ['2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12'], 'unverified', RECALLED),
  swap('2024-04-29', '2024-05-04', 'certain', 'Văn bản 2450/VPCP-KGVX ngày 12/4/2024 (baophapluat.vn)'),
  days(2024, 'national-second', ['2024-09-03'], 'unverified', RECALLED),
  days(2025, 'tet', ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'], 'unverified', RECALLED),
  swap('2025-05-02', '2025-04-26', 'unverified', RECALLED),
  days(2025, 'national-second', ['2025-09-01'], 'unverified', RECALLED),
  swap('2026-01-02', '2026-01-10', 'certain', '24h.com.vn 26/12/2025: Chính phủ đồng ý ngày 25/12/2025'),
  days(
    2026,
    'tet',
    ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    'certain',
    'congan.com.vn: nghỉ 14/02 đến 22/02/2026',
  ),
  days(2026, 'national-second', ['2026-09-01'], 'unverified', RECALLED),
  swap('2026-08-31', '2026-08-22', 'unverified', RECALLED),
]

/** The calendar of administrative offices in Viet Nam: Saturday and Sunday off, public holidays, the swaps of each year. */
export const VIET_NAM: CalendarData = {
  id: 'vn-2026-11',
  zone: 'Asia/Ho_Chi_Minh',
  weekend: [6, 7],
  holidays: HOLIDAYS,
  announcements: ANNOUNCEMENTS,
}
