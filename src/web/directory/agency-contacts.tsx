import type { AgencyView } from '../../kernel/http/views.ts'
import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import type { Edit } from './directory-acts.ts'
import { directoryWords } from './directory-messages.ts'

/** Whom to call, and when somebody answers. */
export const AgencyContacts = ({ view, edit }: { view: AgencyView; edit: Edit | null }) => {
  const t = useT(directoryWords)
  return (
    <Card
      title={t('contactPoints')}
      actions={
        edit && (
          <button type="button" className="plain-button link" onClick={() => edit('contact-point.create')}>
            {t('add')}
          </button>
        )
      }
    >
      {view.contactPoints.length === 0 && <span className="meta">{t('contactNone')}</span>}
      <ul className="plain-rows">
        {view.contactPoints.map((point) => (
          <li key={point.id} className="contact">
            <span className="grow">
              <span className="strong">{point.title}</span> <span className="meta">{point.hours}</span>
              <br />
              {point.phone && <a href={`tel:${point.phone.replace(/[^+\d]/g, '')}`}>{point.phone}</a>}{' '}
              {point.email && <a href={`mailto:${point.email}`}>{point.email}</a>}
            </span>
            {edit && (
              <>
                <button
                  type="button"
                  className="plain-button link"
                  onClick={() =>
                    edit('contact-point.change', point.id, {
                      title: point.title,
                      phone: point.phone,
                      email: point.email,
                      hours: point.hours,
                    })
                  }
                >
                  {t('change')}
                </button>
                <button type="button" className="plain-button link" onClick={() => edit('contact-point.end', point.id)}>
                  {t('end')}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
