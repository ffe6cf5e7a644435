import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementState, AgreementVersion } from '../../contract.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import { Card } from '../../../../web/ui/page.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import { useNames } from '../names.ts'
import { stageWords } from '../words.ts'
import { SigningNote } from './signing-note.tsx'

const words = messages({
  title: { vi: 'Bản {n}', en: 'Version {n}' },
  drafts: { vi: 'soạn thảo', en: 'drafts it' },
  signed: { vi: 'đã ký {day}', en: 'signed {day}' },
  agreed: { vi: 'đồng ý {day}', en: 'agreed {day}' },
  comments: { vi: '{n} ý kiến chưa giải quyết', en: '{n} open comments' },
  waits: { vi: 'chưa trả lời', en: 'no answer yet' },
  notSent: { vi: 'Chưa gửi bên nào. Chỉ đơn vị soạn thảo thấy.', en: 'Not sent yet. Only the drafting agency sees it.' },
  read: { vi: 'Đọc và góp ý', en: 'Read and comment' },
  answerBy: { vi: 'Trả lời trước hết {day}', en: 'Answer by the end of {day}' },
  agreedCount: { vi: '{n}/{total} bên đồng ý', en: '{n}/{total} agreed' },
  signedCount: { vi: '{n}/{total} bên đã ký', en: '{n}/{total} signed' },
})

/** How far each party is with the version that is negotiated. */
export const ProgressCard = ({ view, state, proposal }: { view: CaseView; state: AgreementState; proposal: AgreementVersion }) => {
  const t = useT(words)
  const text = useText()
  const ids = proposal.signerIds.length > 0 ? proposal.signerIds : proposal.text.parties.map((party) => party.agencyId)
  const names = useNames(ids, view)
  const open = (agencyId: string) => state.comments.filter((one) => one.agencyId === agencyId && one.resolved === null).length
  const stand = (agencyId: string): { sign: 'tick' | 'half' | 'ring'; words: string; tone: string } => {
    const signed = proposal.signatures.find((one) => one.agencyId === agencyId)
    if (signed) return { sign: 'tick', words: t('signed', { day: officialDay(signed.on) }), tone: 'green' }
    const agreed = proposal.agreed.find((one) => one.agencyId === agencyId)
    if (agreed) return { sign: 'half', words: t('agreed', { day: officialDay(agreed.on) }), tone: 'teal' }
    const comments = open(agencyId)
    if (comments > 0) return { sign: 'ring', words: t('comments', { n: count(comments) }), tone: 'amber' }
    return { sign: 'ring', words: proposal.stage === 'draft' ? '' : t('waits'), tone: '' }
  }
  const counts =
    proposal.stage === 'signing'
      ? t('signedCount', { n: proposal.signatures.length, total: ids.length })
      : t('agreedCount', { n: proposal.agreed.length, total: ids.length })
  return (
    <Card title={t('title', { n: proposal.n })} note={text(stageWords[proposal.stage])}>
      {proposal.stage === 'draft' ? <p className="meta">{t('notSent')}</p> : <p className="strong">{counts}</p>}
      <ul className="ag-progress">
        {ids.map((agencyId) => {
          const { sign, words: said, tone } = stand(agencyId)
          return (
            <li key={agencyId}>
              <Sign name={sign} className={tone} />
              <span>
                {names(agencyId)?.shortName ?? '…'}
                {agencyId === proposal.byAgencyId && <span className="meta"> {t('drafts')}</span>}
              </span>
              <span className={`meta ${tone}`}>{said}</span>
            </li>
          )
        })}
      </ul>
      {proposal.stage === 'signing' && <SigningNote />}
      {proposal.answerBy && <p className="meta ag-foot">{t('answerBy', { day: officialDay(proposal.answerBy) })}</p>}
      {proposal.note && <p className="ag-quote">{proposal.note}</p>}
      <p className="ag-foot">
        <Link className="link" to={`/case/${view.id}`} search={{ part: 'text' }}>
          {t('read')}
        </Link>
      </p>
    </Card>
  )
}
