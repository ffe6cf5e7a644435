import type { AgreementState, AgreementVersion } from '../../contract.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { officialDay, dayOf } from '../../../../web/ui/dates.ts'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import { stageWords } from '../words.ts'

const words = messages({
  version: { vi: 'Bản', en: 'Version' },
  option: { vi: 'Bản {n}, {stage}, {day}', en: 'Version {n}, {stage}, {day}' },
  with: { vi: 'So với', en: 'Compare with' },
  none: { vi: 'Không so sánh', en: 'No comparison' },
  other: { vi: 'So với bản {n}', en: 'Against version {n}' },
  open: { vi: '{n} ý kiến chưa giải quyết', en: '{n} open comments' },
})

/** Which version is read, and which one it is compared with. */
export const VersionBar = ({
  state,
  n,
  other,
  comments,
  onChoose,
  onOther,
}: {
  state: AgreementState
  n: number
  other: number
  comments: number
  onChoose: (n: number) => void
  onOther: (n: number) => void
}) => {
  const t = useT(words)
  const text = useText()
  const day = (one: AgreementVersion) => officialDay(one.inForceFrom ?? dayOf(new Date(one.sentAt ?? one.at)))
  const newestFirst = state.versions.toReversed()
  return (
    <>
      {comments > 0 && <b className="amber strong ag-open">{t('open', { n: count(comments) })}</b>}
      <PlainSelect
        id="version"
        label={t('version')}
        value={String(n)}
        onChange={(value) => onChoose(Number(value))}
        options={newestFirst.map((one) => ({
          value: String(one.n),
          label: t('option', { n: one.n, stage: text(stageWords[one.stage]), day: day(one) }),
        }))}
      />
      {state.versions.length > 1 && (
        <PlainSelect
          id="other"
          label={t('with')}
          value={String(other)}
          onChange={(value) => onOther(Number(value))}
          options={[
            { value: '0', label: t('none') },
            ...newestFirst.filter((one) => one.n !== n).map((one) => ({ value: String(one.n), label: t('other', { n: one.n }) })),
          ]}
        />
      )}
    </>
  )
}
