import type { AgencyView } from '../../kernel/http/views.ts'
import { Card } from '../ui/page.tsx'
import { useT } from '../shell/i18n.ts'
import type { Edit } from './directory-acts.ts'
import { directoryWords } from './directory-messages.ts'

/** Posts by title; people appear by their post. */
export const AgencyPosts = ({ view, edit }: { view: AgencyView; edit: Edit | null }) => {
  const t = useT(directoryWords)
  return (
    <Card
      title={t('posts')}
      note={view.posts.length}
      actions={
        edit && (
          <button type="button" className="plain-button link" onClick={() => edit('post.create')}>
            {t('add')}
          </button>
        )
      }
    >
      {view.posts.length === 0 && <span className="meta">{t('postNone')}</span>}
      <ul className="plain-rows">
        {view.posts.map((post) => (
          <li key={post.id} className="contact">
            <span className="grow">
              {post.title}
              {post.unit.id !== view.id && <span className="meta"> {post.unit.name}</span>}
            </span>
            <span className="meta">{post.officer ? (post.officer.name ?? t('held')) : t('vacant')}</span>
            {edit && (
              <button type="button" className="plain-button link" onClick={() => edit('post.assign', post.id)}>
                {t('assign')}
              </button>
            )}
            {edit && post.officer && (
              <button type="button" className="plain-button link" onClick={() => edit('post.vacate', post.id)}>
                {t('vacate')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
