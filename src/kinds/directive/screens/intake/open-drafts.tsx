import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseListQuery } from '../../../../web/case/case-queries.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { moment } from '../../../../web/ui/dates.ts'
import { Card } from '../../../../web/ui/page.tsx'

const words = messages({
  title: { vi: 'Bản nháp đang làm', en: 'Drafts in work' },
  none: {
    vi: 'Chưa có bản nháp nào. Bản nháp tự lưu khi xác nhận việc đầu tiên, cán bộ khác làm tiếp được.',
    en: 'No drafts. A draft is kept from the first confirmation on, and another officer can go on.',
  },
  noNumber: { vi: 'Chưa có số', en: 'No number yet' },
  saved: { vi: 'lưu {when}', en: 'saved {when}' },
  more: { vi: 'Xem thêm', en: 'More' },
})

/** Drafts of the agency that anybody with the right may go on with. */
export const OpenDrafts = () => {
  const t = useT(words)
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(caseListQuery({ kind: 'directive', status: 'draft' }))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="upload-side">
      <Card title={t('title')} note={rows.length > 0 ? count(rows.length) : undefined} flush>
        {data && rows.length === 0 && <p className="upload-none meta">{t('none')}</p>}
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <Link className="draft-link" to="/intake" search={{ case: row.id }}>
                <span className="strong ink">{row.number || t('noNumber')}</span>
                <span className="draft-title">{row.title}</span>
                <span className="meta">{t('saved', { when: moment(row.updatedAt) })}</span>
              </Link>
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <button type="button" className="plain-button link upload-none" onClick={() => void fetchNextPage()}>
            {t('more')}
          </button>
        )}
      </Card>
    </div>
  )
}
