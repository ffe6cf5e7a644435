import { messages, useT } from '../../../../web/shell/i18n.ts'
import { Sign } from '../../../../web/ui/sign.tsx'

const words = messages({
  record: { vi: 'Bản ghi việc ký trên giấy, chưa phải chữ ký số.', en: 'A record of signing on paper, not a qualified signature.' },
})

/** Stands wherever signatures are shown, until there are qualified ones. */
export const SigningNote = () => {
  const t = useT(words)
  return (
    <p className="ag-note">
      <Sign name="info" size={13} />
      {t('record')}
    </p>
  )
}
