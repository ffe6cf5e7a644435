import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'

/** How many failures are borne within so many seconds. */
export type Limit = { most: number; seconds: number }

/**
 * `pair`: one account from one address; `account`: one account from anywhere (guessing spread over many addresses);
 * `address`: one address over all accounts (one password tried on many names; an office behind one address must still get in).
 */
export type AttemptLimits = { pair: Limit; account: Limit; address: Limit }

export const ATTEMPT_LIMITS: AttemptLimits = {
  pair: { most: 10, seconds: 600 },
  account: { most: 100, seconds: 3600 },
  address: { most: 300, seconds: 600 },
}

/** Counts failed sign-ins for all servers together. */
export type Attempts = {
  /** Counts one attempt before the password is looked at. Answers 0 where it may go on, else the seconds to wait. */
  begin: (account: string, address: string) => Promise<number>
  /** Takes the attempt back, because it succeeded, and forgets the failures of this account from this address. */
  succeeded: (account: string, address: string) => Promise<void>
}

const SWEEP_EVERY = 200

export const createAttempts = (pool: Pool, secret: string, limits: AttemptLimits = ATTEMPT_LIMITS): Attempts => {
  const hashKey = createHmac('sha256', secret).update('sign-in attempts').digest()
  const keyOf = (...parts: string[]) => createHmac('sha256', hashKey).update(parts.join('\0')).digest('base64url')
  const keysOf = (account: string, address: string) => ({
    pair: keyOf('pair', account, address),
    account: keyOf('account', account),
    address: keyOf('address', address),
  })
  let begun = 0

  const sweep = async () => {
    const longest = Math.max(...Object.values(limits).map((limit) => limit.seconds))
    await pool.query('delete from attempt where since < now() - make_interval(secs => $1)', [longest])
    await pool.query('delete from session where "expiresAt" < now()')
  }

  return {
    begin: async (account, address) => {
      if (begun++ % SWEEP_EVERY === 0) await sweep()
      const keys = keysOf(account, address)
      const rules = (Object.keys(keys) as (keyof AttemptLimits)[]).map((name) => ({
        key: keys[name],
        most: limits[name].most,
        seconds: limits[name].seconds,
      }))
      // In the order of the keys, so that two servers never wait for each other's row.
      rules.sort((a, b) => (a.key < b.key ? -1 : 1))
      const { rows } = await pool.query<{ key: string; count: number; wait: number }>(
        `with rule as (select * from unnest($1::text[], $2::int[]) with ordinality as r (key, seconds, place))
         insert into attempt as a (key, count, since) select key, 1, now() from rule order by place
         on conflict (key) do update set
           count = case when a.since <= now() - make_interval(secs => (select seconds from rule where rule.key = a.key)) then 1 else a.count + 1 end,
           since = case when a.since <= now() - make_interval(secs => (select seconds from rule where rule.key = a.key)) then now() else a.since end
         returning key, count, ceil(extract(epoch from since - now()))::int as wait`,
        [rules.map((rule) => rule.key), rules.map((rule) => rule.seconds)],
      )
      const waits = rows.map((row) => {
        const rule = rules.find((candidate) => candidate.key === row.key)
        return rule && row.count > rule.most ? Math.max(1, rule.seconds + row.wait) : 0
      })
      return Math.max(0, ...waits)
    },
    succeeded: async (account, address) => {
      const keys = keysOf(account, address)
      await pool.query('delete from attempt where key = $1', [keys.pair])
      await pool.query(
        `update attempt set count = greatest(count - 1, 0)
         where key in (select key from attempt where key = any($1) order by key for update)`,
        [[keys.account, keys.address]],
      )
    },
  }
}
