import { readFileSync } from 'node:fs'
import pg from 'pg'
import { socketUrl } from '../src/kernel/db/url.ts'
const pw = JSON.parse(readFileSync('/tmp/hd-bench/postgres/hiepdong-passwords.json', 'utf8'))
const c = new pg.Client({ connectionString: socketUrl({ user: 'hiepdong_owner', password: pw.owner, database: 'hiepdong', socketDir: '/tmp/hd-bench/postgres', port: 5432 }) })
await c.connect(); await c.query('delete from applied_migration where number = 12'); await c.end()
