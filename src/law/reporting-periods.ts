import type { Cutoff, Frequency, ReportingSchedule } from '../kernel/clocks/reporting-schedule.ts'

/** Administrative reports: data from the 15th to the 14th. The text itself was not read; ND 331/2026 Article 35 uses the same year. */
export const CUTOFF_2019: Cutoff = {
  id: 'nd-09-2019-12',
  article: 'Điều 12 NĐ 09/2019/NĐ-CP',
  lastDay: 14,
  from: '2019-03-12',
  until: null,
  certainty: 'unverified',
  source: 'NĐ 09/2019/NĐ-CP, Điều 12: chưa đọc nguyên văn',
}

/** Plain calendar periods, first to last day, for agreements that say so. */
export const CALENDAR_CUTOFF: Cutoff = {
  id: 'calendar',
  article: 'Theo tháng dương lịch',
  lastDay: null,
  from: '2000-01-01',
  until: null,
  certainty: 'certain',
  source: 'Điều 145 Bộ luật Dân sự 2015: thời hạn tính theo dương lịch',
}

/** The yearly report on the protection of information systems, from the unit in charge to the system's owner. */
export const SYSTEM_REPORT_TO_OWNER: ReportingSchedule = {
  frequency: 'yearly',
  cutoff: {
    ...CUTOFF_2019,
    id: 'nd-331-2026-35-3',
    article: 'Khoản 3 Điều 35 NĐ 331/2026/NĐ-CP',
    from: '2026-08-19',
    certainty: 'certain',
    source: 'github.com/ldphuong-vn/vn-cyber-compliance',
  },
  due: { onDays: [{ month: 12, day: 20 }], inclusive: false, article: 'Điểm a khoản 4 Điều 35 NĐ 331/2026/NĐ-CP' },
}

/** The same report, from the owner to the Ministry of Public Security. */
export const SYSTEM_REPORT_TO_MINISTRY: ReportingSchedule = {
  ...SYSTEM_REPORT_TO_OWNER,
  due: { onDays: [{ month: 12, day: 25 }], inclusive: false, article: 'Điểm b khoản 4 Điều 35 NĐ 331/2026/NĐ-CP' },
}

/** Members of the incident response network, twice a year; the old basis, kept for the cases of its time. */
export const RESPONSE_NETWORK_REPORT: ReportingSchedule = {
  frequency: 'six-monthly',
  cutoff: CUTOFF_2019,
  due: {
    onDays: [
      { month: 6, day: 20 },
      { month: 12, day: 15 },
    ],
    inclusive: false,
    article: 'Thông tư 20/2017/TT-BTTTT, mẫu số 05',
  },
}

/**
 * The schedule of a frequency where the document names none: cut on the 14th, the answer due on the last day of the period, since
 * no limit for sending it could be read.
 */
export function usualSchedule(frequency: Frequency): ReportingSchedule {
  return USUAL[frequency]
}

const usual = (frequency: Frequency): ReportingSchedule => ({ frequency, cutoff: CUTOFF_2019, due: { afterEnd: 0, unit: 'day' } })

const USUAL: Record<Frequency, ReportingSchedule> = {
  monthly: usual('monthly'),
  quarterly: usual('quarterly'),
  'six-monthly': usual('six-monthly'),
  yearly: usual('yearly'),
}
