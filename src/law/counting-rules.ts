import type { CountingRule } from '../kernel/clocks/limit.ts'

/** Civil Code 91/2015/QH13: how limits are counted where no other law says otherwise (Article 145). */
export const CIVIL_CODE_2015: CountingRule = {
  id: 'civil-code-2015',
  article: {
    start: 'Điều 147 Bộ luật Dân sự 2015',
    end: 'Điều 148 Bộ luật Dân sự 2015',
    rest: 'khoản 5 Điều 148 Bộ luật Dân sự 2015',
  },
  firstDayCounted: false,
  rollsOn: true,
  statedDatesRollOn: 'always',
  from: '2017-01-01',
  until: null,
  certainty: 'certain',
  source: 'Bộ luật 91/2015/QH13, Điều 145 đến 148 (luathuythanh.vn, hethongphapluat.com)',
}

/** The same count with a stated date kept as it stands: for an agreement that says so. */
export const STATED_DATES_STAND: CountingRule = { ...CIVIL_CODE_2015, id: 'stated-dates-stand', statedDatesRollOn: 'never' }

export const COUNTING_RULES: readonly CountingRule[] = [CIVIL_CODE_2015, STATED_DATES_STAND]
