import { readFileSync } from 'node:fs'
import { migrate } from '../src/kernel/db/migrate.ts'
import { socketUrl } from '../src/kernel/db/url.ts'
const pw = JSON.parse(readFileSync('/tmp/hd-bench/postgres/hiepdong-passwords.json', 'utf8'))
await migrate(socketUrl({ user: 'hiepdong_owner', password: pw.owner, database: 'hiepdong', socketDir: '/tmp/hd-bench/postgres', port: 5432 }), 'src/kernel/db/migrations', console, { 'hiepdong.app_role': 'hiepdong_app' })
