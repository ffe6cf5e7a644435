import { readFileSync } from 'node:fs'
import { socketUrl } from '../src/kernel/db/url.ts'
import pg from 'pg'
const pw = JSON.parse(readFileSync('/tmp/hd-bench/postgres/hiepdong-passwords.json', 'utf8'))
const url = (u: string, p: string) => socketUrl({ user: u, password: p, database: 'hiepdong', socketDir: '/tmp/hd-bench/postgres', port: 5432 })
const role = process.argv[2]
const c = new pg.Client({ connectionString: role === 'owner' ? url('hiepdong_owner', pw.owner) : url('hiepdong_app', pw.app), ...(role === 'owner' ? {} : { options: `-c role=${role}` }) }); await c.connect()
for (const q of readFileSync(0, 'utf8').split(';;')) { if (!q.trim()) continue; const t = performance.now(); const r = await c.query(q); const rows = (Array.isArray(r) ? r.at(-1) : r).rows; console.log(rows.map((x: object) => 'QUERY PLAN' in x ? x['QUERY PLAN'] : JSON.stringify(x)).join('\n')); console.log('--', (performance.now() - t).toFixed(1), 'ms') }
await c.end()
