import { ChevronIcon } from '../ui/icons.tsx'
import { Popover, PopoverItem } from '../ui/popover.tsx'
import type { PostView } from '../../kernel/http/views.ts'
import { useT } from './i18n.ts'
import { shellWords } from './messages.ts'
import { useMe, useSwitchPost } from './session.ts'

/** 'Trực ban, Phòng An ninh mạng (PA05)': the post, and its unit where that is not the agency itself. */
export const postWords = (post: PostView): string => (post.unit.id === post.agency.id ? post.title : `${post.title}, ${post.unit.name}`)

/** In whose name the officer acts; switching begins everything anew. */
export const PostSwitch = () => {
  const t = useT(shellWords)
  const me = useMe()
  const switchPost = useSwitchPost()
  return (
    <Popover
      align="start"
      className="post-switch"
      button={
        <>
          <span className="post-switch-agency clip">{me.post.agency.name}</span>
          <span className="post-switch-title clip">{postWords(me.post)}</span>
          <span className="post-switch-phone clip" aria-hidden="true">
            {me.post.unit.id === me.post.agency.id ? me.post.agency.name : `${me.post.agency.name}, ${me.post.unit.shortName}`}
          </span>
          <ChevronIcon />
        </>
      }
    >
      {(close) => (
        <>
          <div className="popover-title">{t('posts')}</div>
          {me.posts.map((post) => (
            <PopoverItem
              key={post.id}
              note={postWords(post)}
              chosen={post.id === me.post.id}
              onClick={() => {
                if (post.id !== me.post.id) switchPost.mutate(post.id)
                close()
              }}
            >
              {post.agency.name}
            </PopoverItem>
          ))}
        </>
      )}
    </Popover>
  )
}
