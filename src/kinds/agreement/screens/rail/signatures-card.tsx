import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementState, AgreementVersion } from '../../contract.ts'
import { FileLink } from '../../../../web/case/file-links.tsx'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { Chip } from '../../../../web/ui/chip.tsx'
import { officialDay } from '../../../../web/ui/dates.ts'
import { Card } from '../../../../web/ui/page.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import { useNames } from '../names.ts'
import { SigningNote } from './signing-note.tsx'

const words = messages({
  title: { vi: 'Chữ ký', en: 'Signatures' },
  scan: { vi: 'Bản chụp đã ký', en: 'Signed scan' },
  page: { vi: 'Trang ký', en: 'Signed page' },
  none: { vi: 'Chưa bên nào ký.', en: 'Nobody has signed yet.' },
})

/** Who signed, by position and day. What is shown is a record of signing until qualified signatures exist, and says so. */
export const SignaturesCard = ({ view, state, version }: { view: CaseView; state: AgreementState; version: AgreementVersion }) => {
  const t = useT(words)
  const { signatures, signerIds } = version
  const names = useNames(
    signatures.flatMap((one) => [one.agencyId, one.formerId, one.unitId]),
    view,
  )
  const wanted = Math.max(signerIds.length, signatures.length)
  const whole = signatures.length >= wanted
  const look = {
    tone: whole ? ('green' as const) : ('amber' as const),
    sign: whole ? ('tick' as const) : ('hourglass' as const),
    text: whole
      ? { vi: `Đủ ${signatures.length}/${wanted}`, en: `All ${signatures.length}/${wanted}` }
      : { vi: `${signatures.length}/${wanted}`, en: `${signatures.length}/${wanted}` },
  }
  return (
    <Card title={t('title')} actions={wanted > 0 && <Chip look={look} />}>
      {signatures.length === 0 && <p className="meta">{t('none')}</p>}
      <ul className="ag-signatures" aria-label={t('title')}>
        {signatures.map((one) => (
          <li key={one.agencyId}>
            <Sign name="tick" className="green" />
            <div>
              <div className="ag-spread">
                <span>{names(one.formerId ?? one.agencyId)?.shortName ?? '…'}</span>
                <time className="meta" dateTime={one.on}>
                  {officialDay(one.on)}
                </time>
              </div>
              <div className="meta">{one.position}</div>
              {one.fileId && <FileLink file={{ id: one.fileId }} name={t('page')} />}
            </div>
          </li>
        ))}
      </ul>
      {state.scan && <FileLink file={{ id: state.scan.fileId }} name={t('scan')} />}
      <SigningNote />
    </Card>
  )
}
