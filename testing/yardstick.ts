import { Client, Pool } from 'pg'
import type { TestDatabase } from './database.ts'

/**
 * Plain work of the weight of a command, done beside what is measured: what a busy machine adds to the one it adds to the other.
 * A piece is a transaction of four statements that write 32 rows, with some reading and writing of JSON before each.
 */
export type Yardstick = { piece: () => Promise<void>; stop: () => Promise<void> }

export const yardstick = async (db: TestDatabase, connections: number): Promise<Yardstick> => {
  const owner = new Client(db.ownerUrl)
  await owner.connect()
  await owner.query('create table yardstick (id uuid primary key, body jsonb not null)')
  const pool = new Pool({ connectionString: db.ownerUrl, max: connections })
  const words = JSON.stringify(Array.from({ length: 40 }, (_, n) => ({ n, title: 'Việc được giao', parts: [n, `${n}`, null] })))
  const write = {
    name: 'yardstick',
    text: 'insert into yardstick select gen_random_uuid(), $1 from generate_series(1, 8)',
  }
  return {
    piece: async () => {
      const held = await pool.connect()
      try {
        await held.query('begin')
        for (let n = 0; n < 4; n++) {
          const [text] = [1, 2, 3].map(() => JSON.stringify(JSON.parse(words)))
          await held.query({ ...write, values: [text] })
        }
        await held.query('commit')
      } finally {
        held.release()
      }
    },
    stop: async () => {
      await pool.end()
      await owner.query('drop table yardstick')
      await owner.end()
    },
  }
}
