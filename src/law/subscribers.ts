import { days, rule, type Rule, type RulePack } from './rule-pack.ts'

const step = (id: string, title: Rule['title'], trigger: Rule['trigger'], amount: number): Rule =>
  rule({
    id: `subscriber.${id}`,
    article: 'Khoản 1 Điều 25 NĐ 163/2024/NĐ-CP',
    title,
    from: '2024-12-24',
    trigger,
    duration: days(amount),
    certainty: 'read',
    source: 'NĐ 163/2024/NĐ-CP, Điều 25; ngày hiệu lực chưa đối chiếu',
  })

/** Subscribers with wrong data: what the operator does, step after step. */
export const SUBSCRIBERS: RulePack = {
  id: 'subscribers',
  title: { vi: 'Thông tin thuê bao', en: 'Subscriber data' },
  rules: [
    step(
      'notify',
      { vi: 'Thông báo liên tục, mỗi ngày ít nhất một lần', en: 'Notify, at least once a day' },
      { vi: 'phát hiện thông tin sai', en: 'wrong data are found' },
      5,
    ),
    step('suspend-one-way', { vi: 'Dừng một chiều', en: 'Suspend one way' }, { vi: 'thông báo lần đầu', en: 'the first notice' }, 15),
    step('suspend-two-way', { vi: 'Dừng hai chiều', en: 'Suspend both ways' }, { vi: 'dừng một chiều', en: 'one-way suspension' }, 15),
    step('terminate', { vi: 'Chấm dứt hợp đồng', en: 'Terminate the contract' }, { vi: 'dừng hai chiều', en: 'two-way suspension' }, 5),
  ],
}
