import type { Client } from 'pg'

/** Any fixed number: every process that makes a template must agree on it. */
const templateLock = 4_180_002

/**
 * Makes a template database unless it is there, once for all processes that ask at the same moment. `make` fills a database of another name
 * that becomes the template only when it is whole; nobody may be connected to it any more when `make` answers.
 */
export async function ensureTemplate(owner: Client, template: string, make: (half: string) => Promise<void>): Promise<void> {
  const exists = async () => (await owner.query('select from pg_database where datname = $1', [template])).rowCount === 1
  if (await exists()) return
  await owner.query('select pg_advisory_lock($1, hashtext($2))', [templateLock, template])
  if (await exists()) return
  const half = `${template}_half`
  await owner.query(`drop database if exists ${half}`)
  await make(half)
  // Nobody else may be connected while it is copied; so nobody is let in, autovacuum included.
  await owner.query(`alter database ${half} allow_connections false`)
  await owner.query(`alter database ${half} rename to ${template}`)
}
