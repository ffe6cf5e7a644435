import { useMemo } from 'react'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/vi'
import { language } from '../shell/i18n.ts'

type Props = { id: string; value: string | null; onChange: (day: string | null) => void; 'aria-describedby'?: string | undefined }

/** A day, typed or chosen as dd/MM/yyyy whatever the machine's own habit is; the value is 'YYYY-MM-DD'. */
export const DateField = ({ value, onChange, ...rest }: Props) => {
  const now = language.use()
  dayjs.locale(now)
  // The same day must stay the same object: another one, at any redrawing, takes back what is being typed.
  // oxlint-disable-next-line react/exhaustive-deps -- a day carries the language it was made in
  const day = useMemo(() => (value ? dayjs(value) : null), [value, now])
  return (
    <DatePicker
      {...rest}
      value={day}
      // A day under a resting pointer must not stand where another was typed.
      previewValue={false}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      placeholder={now === 'vi' ? 'ngày/tháng/năm' : 'day/month/year'}
      onKeyDown={(event) => {
        // Enter chooses the day; it does not send the form.
        if (event.key === 'Enter') event.preventDefault()
      }}
      onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : null)}
      style={{ width: 180 }}
    />
  )
}
