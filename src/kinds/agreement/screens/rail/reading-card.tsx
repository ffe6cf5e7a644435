import { lazy, Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ActionView, CaseView } from '../../../../kernel/http/views.ts'
import { useCommand } from '../../../../web/shell/command.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { announce, announceRefusal } from '../../../../web/ui/announce.tsx'
import { officialDay } from '../../../../web/ui/dates.ts'
import { Card } from '../../../../web/ui/page.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import type { AcknowledgementView, UnitCount } from '../../views.ts'
import { acknowledgementQuery } from '../queries.ts'
import { Opening } from '../../../../web/ui/opening.tsx'

const RequireForm = lazy(() => import('../forms/require-form.tsx'))

const words = messages({
  title: { vi: 'Quán triệt', en: 'Reading' },
  remind: { vi: 'Nhắc {n} người', en: 'Remind {n}' },
  remindAll: { vi: 'Nhắc người chưa đọc', en: 'Remind who has not read' },
  remindedAll: { vi: 'Đã nhắc người chưa đọc', en: 'Whoever has not read it was reminded' },
  smallAgencies: { vi: '{n} cơ quan ít người đọc', en: '{n} agencies with few readers' },
  leftOut: {
    vi: '{n} cơ quan có dưới 3 người phải đọc, không hiện số để không lộ ai đã đọc.',
    en: '{n} agencies ask fewer than 3 to read: no count is shown, so that nobody is told who has read.',
  },
  reminded: { vi: 'Đã nhắc {n} người chưa đọc', en: '{n} who have not read it were reminded' },
  of: { vi: '/ {n} cán bộ đã xác nhận', en: '/ {n} officers confirmed' },
  nobody: { vi: 'Chưa cơ quan nào đặt ai phải đọc.', en: 'No agency has said who must read yet.' },
  set: { vi: 'Đặt đơn vị phải đọc', en: 'Set who must read' },
  change: { vi: 'Đổi đơn vị phải đọc', en: 'Change who must read' },
  stop: { vi: 'Thôi yêu cầu', en: 'Stop asking' },
  stopped: { vi: 'Đã thôi yêu cầu đọc', en: 'Nobody is asked to read any more' },
  read: { vi: 'Đọc và xác nhận', en: 'Read and confirm' },
  readAgain: { vi: 'Đọc lại', en: 'Read again' },
  confirmed: { vi: 'Đồng chí đã xác nhận ngày {day}', en: 'You confirmed on {day}' },
  due: { vi: 'đọc xong trước hết {day}', en: 'by the end of {day}' },
  units: { vi: 'Theo đơn vị của cơ quan đồng chí', en: 'By unit of your agency' },
  small: { vi: '{n} đơn vị nhỏ', en: '{n} small units' },
  by: { vi: 'Theo cơ quan', en: 'By agency' },
})

/** Commands on the acknowledgement of a case have an address under the case. */
const under = (view: CaseView, action: ActionView): ActionView => ({
  ...action,
  streamType: 'cases',
  streamId: `${view.id}/acknowledgement`,
})

type CountsProps = {
  label: string
  rows: UnitCount[]
  name: (row: UnitCount) => string
  small?: { name: string; confirmed: number; required: number } | null
}

const Counts = ({ label, rows, name, small }: CountsProps) => (
  <ul className="ag-counts-list" aria-label={label}>
    {rows.map((row) => (
      <li key={`${row.agency.id}${row.unit?.id ?? ''}`}>
        <span>{name(row)}</span>
        <span>
          {count(row.confirmed)} / {count(row.required)}
        </span>
      </li>
    ))}
    {small && (
      <li>
        <span>{small.name}</span>
        <span>
          {count(small.confirmed)} / {count(small.required)}
        </span>
      </li>
    )}
  </ul>
)

/** How many of those who must read have confirmed, by agency and by unit of one's own; never by officer. */
export const ReadingCard = ({ view }: { view: CaseView }) => {
  const t = useT(words)
  const text = useText()
  const me = useMe()
  const give = useCommand()
  const [setting, setSetting] = useState(false)
  const { data, isPending } = useQuery(acknowledgementQuery(view.id))
  // The place is kept while the counts are awaited, so that the cards under it do not move far.
  if (isPending)
    return (
      <Card title={t('title')}>
        <div className="ag-waiting" />
      </Card>
    )
  if (!data || data.version === null) return null
  const action = (command: string) => data.actions.find((one) => one.command === command && one.allowed)
  const run = (command: 'remind' | 'stop', told: string) => {
    const found = action(command)
    if (!found) return
    const { streamType, streamId, version } = under(view, found)
    give.mutate(
      { streamType, id: streamId, command, payload: {}, version },
      { onSuccess: () => announce(told), onError: (error) => announceRefusal(text(error.text)) },
    )
  }
  const { totals, reading, missing, scope } = data
  const require = action('require')
  const share = totals.required > 0 ? Math.min(100, (totals.confirmed / totals.required) * 100) : 0
  return (
    <Card
      title={t('title')}
      actions={
        action('remind') &&
        missing !== 0 && (
          <button
            type="button"
            className="plain-button link"
            onClick={() => run('remind', missing === null ? t('remindedAll') : t('reminded', { n: count(missing) }))}
          >
            {missing === null ? t('remindAll') : t('remind', { n: count(missing) })}
          </button>
        )
      }
    >
      {totals.required === 0 && data.leftOut > 0 ? null : totals.required === 0 ? (
        <p className="meta">{t('nobody')}</p>
      ) : (
        <>
          <p className="ag-big">
            <b>{count(totals.confirmed)}</b> {t('of', { n: count(totals.required) })}
          </p>
          <div className="ag-bar" aria-hidden="true">
            <i style={{ width: `${share}%` }} />
          </div>
          <Counts
            label={t('by')}
            rows={data.agencies}
            name={(row) => row.agency.shortName}
            small={data.small && { ...data.small, name: t('smallAgencies', { n: count(data.small.agencies) }) }}
          />
          {data.units.length > 0 && (
            <details className="ag-details">
              <summary>{t('units')}</summary>
              <Counts
                label={t('units')}
                rows={data.units}
                name={(row) => (row.smallUnits ? t('small', { n: count(row.smallUnits) }) : (row.unit?.shortName ?? row.agency.shortName))}
              />
            </details>
          )}
        </>
      )}
      {data.leftOut > 0 && <p className="meta">{t('leftOut', { n: count(data.leftOut) })}</p>}
      <OwnReading view={view} reading={reading} />
      {(require || action('stop')) && (
        <p className="row-gap wrap ag-foot">
          {require && (
            <button type="button" className="plain-button link" onClick={() => setSetting(true)}>
              {t(scope ? 'change' : 'set')}
            </button>
          )}
          {scope?.dueOn && !reading.required && <span className="meta">{t('due', { day: officialDay(scope.dueOn) })}</span>}
          {scope && action('stop') && (
            <button type="button" className="plain-button link" onClick={() => run('stop', t('stopped'))}>
              {t('stop')}
            </button>
          )}
        </p>
      )}
      <Suspense fallback={<Opening />}>
        {setting && require && (
          <RequireForm key={me.post.id} view={view} action={under(view, require)} scope={scope} close={() => setSetting(false)} />
        )}
      </Suspense>
    </Card>
  )
}

/** The officer's own reading, and the way to it. */
const OwnReading = ({ view, reading }: { view: CaseView; reading: AcknowledgementView['reading'] }) => {
  const t = useT(words)
  return (
    <p className="row-gap wrap ag-foot">
      <Link className={reading.required && !reading.confirmedAt ? 'ag-read-now' : 'link'} to={`/agreement/${view.id}/read`}>
        {t(reading.confirmedAt ? 'readAgain' : 'read')}
      </Link>
      {reading.confirmedAt && (
        <span className="meta row-gap green">
          <Sign name="tick" size={13} />
          {t('confirmed', { day: officialDay(reading.confirmedAt) })}
        </span>
      )}
      {!reading.confirmedAt && reading.required && reading.dueOn && (
        <span className="meta">{t('due', { day: officialDay(reading.dueOn) })}</span>
      )}
    </p>
  )
}
