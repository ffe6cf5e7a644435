/**
 * The post that this window shows. Each request names it, so that another window of the same officer cannot change in whose name this one acts.
 * It lasts as long as the window, a reload included; a new window begins in the post that was chosen last.
 */
const KEY = 'hiepdong.post'

const kept = (): string | null => {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

let shown = kept()

/** The window shows this post from now on; null where it no longer knows which. */
export const showPost = (postId: string | null): void => {
  if (postId === shown) return
  shown = postId
  try {
    if (postId === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, postId)
  } catch {
    // A browser without storage keeps it until the page is left.
  }
}

/** What a request says of the post it is made in. */
export const actingHeaders = (): Record<string, string> => (shown === null ? {} : { 'Hiepdong-Post': shown })

/** The address of a download or a stream, which can send no headers, in the post that the window shows. */
export const asShown = (path: string): string => (shown === null ? path : `${path}${path.includes('?') ? '&' : '?'}post=${shown}`)
