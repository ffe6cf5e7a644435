import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'

/** The secret that signs session cookies, derived as the server derives it. */
const secretOf = (master: Buffer): string => createHmac('sha256', master).update('sign-in').digest('base64url')

/** Opens a session for each officer as the sign-in would, without the cost of a password each; answers their cookies in order. */
export const openSessions = async (ownerUrl: string, master: Buffer, officerIds: string[]): Promise<string[]> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const rows = officerIds.map((officerId) => ({ officerId, userId: randomUUID(), token: randomBytes(24).toString('base64url') }))
  await owner.query(
    `insert into auth."user" (id, name, email, username, "officerId")
     select u, '', 'b' || replace(o::text, '-', '') || '@officer.invalid', 'b' || replace(o::text, '-', ''), o from unnest($1::uuid[], $2::uuid[]) x(u, o)
     on conflict ("officerId") do nothing`,
    [rows.map((r) => r.userId), officerIds],
  )
  await owner.query(
    `insert into auth.session (id, token, "userId", "expiresAt")
     select gen_random_uuid(), t, u.id, now() + interval '8 hours' from unnest($1::text[], $2::uuid[]) x(t, o) join auth."user" u on u."officerId" = x.o`,
    [rows.map((r) => r.token), officerIds],
  )
  await owner.end()
  const secret = secretOf(master)
  return rows.map(({ token }) => {
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    return `hiepdong.session_token=${encodeURIComponent(`${token}.${signature}`)}`
  })
}
