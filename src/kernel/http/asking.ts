import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { Actor, Right } from '../access/actor.ts'
import type { SignIn, Session } from '../access/sign-in/sign-in.ts'
import { problem } from '../problems/catalogue.ts'

export type Post = { id: string; officerId: string; agencyId: string; unitId: string; title: string; rights: Right[] }

const READS = new Set(['GET', 'HEAD'])
/** The route by which an officer goes on in another post. */
export const CHOOSE_POST = '/api/me/post'

/** How long a post's facts are kept, in milliseconds: a post that ends stops working within this time. */
const KEEP_MS = 2_000

const actorIn = ({ id: postId, officerId, agencyId, unitId, rights }: Post): Actor => ({ officerId, postId, agencyId, unitId, rights })

/** Who asks, from the session of a request: the officer in the post they work in now. */
export class Asking {
  readonly #signIn: SignIn
  readonly #pool: Pool
  readonly #posts = new Map<string, { posts: Post[]; readAt: number }>()

  constructor(signIn: SignIn, pool: Pool) {
    this.#signIn = signIn
    this.#pool = pool
  }

  /** The actor of a request. Throws not-signed-in, or no-post where the officer holds none today. */
  async actorOf(request: FastifyRequest): Promise<Actor> {
    return actorIn((await this.postOf(request)).post)
  }

  /**
   * As actorOf(), for a command that checks in its own transaction that the session still acts so: what is remembered of it may be of any age. With
   * `anew` nothing remembered counts.
   */
  async claimOf(request: FastifyRequest, anew = false): Promise<{ actor: Actor; session: string }> {
    const session = anew ? null : this.#signIn.remembered(request)
    const posts = session ? (this.#posts.get(session.officerId)?.posts ?? []) : []
    const post = session?.postId ? posts.find((p) => p.id === session.postId) : posts[0]
    const claim = session && post ? { session, post } : await this.postOf(request)
    return { actor: actorIn(claim.post), session: claim.session.sessionToken }
  }

  async postOf(request: FastifyRequest): Promise<{ session: Session; post: Post; posts: Post[] }> {
    const session = await this.#signIn.sessionOf(request)
    if (!session) throw problem('not-signed-in')
    const posts = await this.#postsOf(session.officerId, request.method === 'GET')
    const chosen = posts.find((p) => p.id === session.postId)
    const post = chosen ?? posts[0]
    if (!post) throw problem('no-post')
    // Nobody acts for another agency than the one on their screen: a page that was opened in a post that ended must be loaded again first.
    if (!chosen && session.postId !== null && !READS.has(request.method) && request.routeOptions.url !== CHOOSE_POST)
      throw problem('post-ended')
    return { session, post, posts }
  }

  /** Posts held today: those at the officer's own agency first, then by the day they were taken up, so that which one a session opens in is no chance. */
  async #postsOf(officerId: string, mayKeep: boolean): Promise<Post[]> {
    const kept = this.#posts.get(officerId)
    if (mayKeep && kept && Date.now() - kept.readAt < KEEP_MS) return kept.posts
    const { rows } = await this.#pool.query<Post>({
      name: 'posts-of',
      text: `select p.id, p.officer_id as "officerId", p.agency_id as "agencyId", p.unit_id as "unitId", p.title, p.rights from post p
         join officer o on o.id = p.officer_id and o.active
         where p.officer_id = $1 and p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
           and (p.valid_until is null or p.valid_until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
         order by (o.home_agency_id in (p.agency_id, p.unit_id)) desc, p.officer_since, p.valid_from, p.title, p.id`,
      values: [officerId],
    })
    if (this.#posts.size > 5_000) this.#posts.clear()
    this.#posts.set(officerId, { posts: rows, readAt: Date.now() })
    return rows
  }
}

/** Throws no-right where the actor's post does not hold the right. */
export const needRight = (actor: Actor, right: Right): void => {
  if (!actor.rights.includes(right)) throw problem('no-right')
}
