import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readAs } from '../access/reader.ts'
import { areaNameOf } from '../agencies/agency-entry.ts'
import { provinceOf } from '../agencies/areas.ts'
import { readDesk } from '../cases/reads/desk.ts'
import { readWaiting } from '../cases/reads/waiting.ts'
import { listNotifications, markRead, unreadCount } from '../inbox/notifications.ts'
import { problem } from '../problems/catalogue.ts'
import { CHOOSE_POST, type Post } from './asking.ts'
import type { Service } from './service.ts'
import type { MeView, PostView } from './views.ts'

/** The province that an area lies in, with its name; null for the whole country. */
const provinceOfAgency = (areaCode: string | null): MeView['province'] => {
  const area = areaCode === null ? null : provinceOf(areaCode)
  return area && { code: area.code, name: areaNameOf(area.code) ?? area.name }
}

const after = z.string().max(400).optional()
/** These are what the desk asks for again after every change. */
const config = { repeated: true }

/** Who I am, what needs me, what was told me. */
export const registerDeskRoutes = (plain: FastifyInstance, service: Service): void => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const { kernel, pools, directory, asking, signIn } = service

  const postView = (post: Post): PostView => ({
    id: post.id,
    agency: directory.ref(post.agencyId),
    unit: directory.ref(post.unitId),
    title: post.title,
    rights: post.rights,
  })

  app.get('/api/me', { schema: { tags: ['me'] } }, async (request): Promise<MeView> => {
    const { session, post, posts, stated } = await asking.postOf(request)
    // From here on the session stands in the post that the screen shows, so that the end of a post never moves an officer unseen.
    if (!stated && session.postId !== post.id) await signIn.setActivePost(session, post.id)
    const actor = await asking.actorOf(request)
    const { unread, officer } = await readAs(pools.read, actor, async (db) => ({
      unread: await unreadCount(db, actor),
      officer: (await db.query('select account from officer where id = $1', [session.officerId])).rows[0],
    }))
    return {
      officerId: session.officerId,
      name: null,
      account: officer?.account ?? '',
      post: postView(post),
      posts: posts.map(postView),
      province: provinceOfAgency(directory.areaOf(post.agencyId)),
      now: new Date().toISOString(),
      unread,
      demo: service.demo,
    }
  })

  app.post(CHOOSE_POST, { schema: { tags: ['me'], body: z.object({ postId: z.uuid() }) } }, async (request) => {
    const { session, posts } = await asking.postOf(request)
    if (!posts.some((post) => post.id === request.body.postId)) throw problem('not-found')
    await signIn.setActivePost(session, request.body.postId)
    return { ok: true }
  })

  app.get(
    '/api/desk',
    {
      config,
      schema: {
        tags: ['desk'],
        querystring: z.object({ scope: z.enum(['mine', 'unit', 'agency']).default('mine'), kind: z.string().max(60).optional(), after }),
      },
    },
    async (request) => {
      const actor = await asking.actorOf(request)
      return readAs(pools.read, actor, (db) => readDesk(db, actor, directory, request.query))
    },
  )

  app.get('/api/desk/waiting', { config, schema: { tags: ['desk'], querystring: z.object({ after }) } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => readWaiting(db, actor, directory, request.query.after))
  })

  app.get('/api/notifications', { config, schema: { tags: ['desk'], querystring: z.object({ after }) } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => listNotifications(db, kernel.registry, actor, directory, request.query.after))
  })

  app.post(
    '/api/notifications/read',
    {
      config: { reading: true },
      schema: {
        tags: ['desk'],
        body: z.union([z.object({ ids: z.array(z.string().regex(/^\d{1,18}$/)).max(500) }), z.object({ all: z.literal(true) })]),
      },
    },
    async (request) => {
      const actor = await asking.actorOf(request)
      await markRead(pools.write, actor, 'all' in request.body ? 'all' : request.body.ids)
      return { ok: true }
    },
  )
}
