import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { Actor, Right } from '../access/actor.ts'
import type { SignIn, Session } from '../access/sign-in/sign-in.ts'
import type { Directory } from '../agencies/directory.ts'
import { officialDate } from '../clocks/official-date.ts'
import { localDate } from '../clocks/zone.ts'
import { problem, reason, refusal } from '../problems/catalogue.ts'
import type { Reason } from '../problems/problem.ts'

export type Post = {
  id: string
  officerId: string
  agencyId: string
  unitId: string
  title: string
  rights: Right[]
  overId: string | null
}

const READS = new Set(['GET', 'HEAD'])
/** Names the post that a page shows and in which it acts, whatever another window of the same officer does; `?post=` where a GET can have no header. */
export const POST_HEADER = 'hiepdong-post'
/** The route by which an officer goes on in another post. */
export const CHOOSE_POST = '/api/me/post'

/** How long a post's facts are kept, in milliseconds: a post that ends stops working within this time. */
const KEEP_MS = 2_000

const actorIn = ({ id: postId, officerId, agencyId, unitId, rights }: Post): Actor => ({ officerId, postId, agencyId, unitId, rights })

/** Who asks, from the session of a request: the officer in the post they work in now. */
export class Asking {
  readonly #signIn: SignIn
  readonly #pool: Pool
  readonly #directory: Pick<Directory, 'get' | 'asOf' | 'ref'>
  readonly #posts = new Map<string, { posts: Post[]; readAt: number }>()

  readonly #askers = new WeakMap<FastifyRequest, string>()

  constructor(signIn: SignIn, pool: Pool, directory: Pick<Directory, 'get' | 'asOf' | 'ref'>) {
    this.#signIn = signIn
    this.#pool = pool
    this.#directory = directory
  }

  /**
   * The actor of a request. Throws not-signed-in, no-post where the officer holds none today, post-ended where the page shows another than one of
   * theirs, and for all but reads own-agency-ended where nobody acts for the agency any more.
   */
  async actorOf(request: FastifyRequest): Promise<Actor> {
    const { post } = await this.postOf(request)
    return { ...actorIn(post), barred: this.#barring(post) }
  }

  /**
   * As actorOf(), for a command that checks in its own transaction that the session still acts so: what is remembered of it may be of any age. With
   * `anew` nothing remembered counts.
   */
  async claimOf(request: FastifyRequest, anew = false): Promise<{ actor: Actor; session: string; statedPost: boolean }> {
    const session = anew ? null : this.#signIn.remembered(request)
    const posts = session ? (this.#posts.get(session.officerId)?.posts ?? []) : []
    const stated = statedPost(request)
    const chosen = stated ?? session?.postId ?? null
    const post = chosen === null ? posts[0] : posts.find((p) => p.id === chosen)
    const claim = session && post?.overId === null ? { session, post } : await this.postOf(request)
    return { actor: actorIn(claim.post), session: claim.session.sessionToken, statedPost: stated !== null }
  }

  /** As actorOf(), with all posts held today; `stated`: the request itself names the post. */
  async postOf(request: FastifyRequest): Promise<{ session: Session; post: Post; posts: Post[]; stated: boolean }> {
    const session = await this.#signIn.sessionOf(request)
    if (!session) throw problem('not-signed-in')
    const stated = statedPost(request)
    const posts = await this.#postsOf(session.officerId, request.method === 'GET', stated)
    const chosen = posts.find((p) => p.id === (stated ?? session.postId))
    const post = chosen ?? posts[0]
    if (!post) throw problem('no-post')
    const { url, config } = request.routeOptions
    const reads = READS.has(request.method) || url === CHOOSE_POST
    // Nobody acts for another agency than the one on their screen: a page that was opened in a post that ended must be loaded again first.
    if (!chosen && (stated === null ? session.postId !== null && !reads : url !== CHOOSE_POST)) throw problem('post-ended')
    const barred = this.#barring(post)
    if (barred && !reads && config.reading !== true) throw refusal(barred)
    this.#askers.set(request, `${post.officerId} ${post.id}`)
    return { session, post, posts, stated: stated !== null }
  }

  /** As whom a request was answered: officer and post, as one word for both; null where nobody asked who it was. */
  askerOf(request: FastifyRequest): string | null {
    return this.#askers.get(request) ?? null
  }

  #barring({ overId }: Post): Reason | undefined {
    if (overId === null) return undefined
    const ended = { agency: this.#directory.ref(overId).name, day: officialDate(this.#directory.get(overId)?.validUntil ?? '') }
    const successor = this.#directory
      .asOf(overId, localDate(new Date().toISOString()))
      .map(({ name }) => name)
      .join(', ')
    return successor ? reason('own-agency-ended', { ...ended, successor }) : reason('own-agency-ended-alone', ended)
  }

  /** Posts held today: those of agencies that stand first, of them those at the officer's own agency, then by the day they were taken up, so that which one a session opens in is no chance. */
  async #postsOf(officerId: string, mayKeep: boolean, stated: string | null): Promise<Post[]> {
    const kept = this.#posts.get(officerId)
    const fresh = mayKeep && kept && Date.now() - kept.readAt < KEEP_MS
    // A post that is not among them may have been given just now.
    if (fresh && (stated === null || kept.posts.some(({ id }) => id === stated))) return kept.posts
    const { rows } = await this.#pool.query<Post>({
      name: 'posts-of',
      text: `select p.id, p.officer_id as "officerId", p.agency_id as "agencyId", p.unit_id as "unitId", p.title, p.rights,
           over_today(p.agency_id, p.unit_id) as "overId" from post p
         join officer o on o.id = p.officer_id and o.active
         where p.officer_id = $1 and p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
           and (p.valid_until is null or p.valid_until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
         order by over_today(p.agency_id, p.unit_id) is not null, (o.home_agency_id in (p.agency_id, p.unit_id)) desc, p.officer_since, p.valid_from, p.title, p.id`,
      values: [officerId],
    })
    if (this.#posts.size > 5_000) this.#posts.clear()
    this.#posts.set(officerId, { posts: rows, readAt: Date.now() })
    return rows
  }
}

/** The post that a request names for itself; null where it leaves that to the session. */
const statedPost = ({ headers, method, raw }: FastifyRequest): string | null => {
  const named = headers[POST_HEADER]
  if (named !== undefined) return String(named)
  return READS.has(method) ? (/[?&]post=([^&]*)/.exec(raw.url ?? '')?.[1] ?? null) : null
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Changes nothing but what the officer has read, although it is no GET: who may only read may still do it. */
    reading?: boolean
  }
}

/** Throws no-right where the actor's post does not hold the right. */
export const needRight = (actor: Actor, right: Right): void => {
  if (!actor.rights.includes(right)) throw problem('no-right')
}
