import { Directory } from '../src/kernel/agencies/directory.ts'
import { rolePool } from '../src/kernel/db/pool.ts'
import { startEmbeddedPostgres } from '../src/kernel/db/embedded.ts'
const e = await startEmbeddedPostgres({ dataDir: '/tmp/hd-bench', log: { info(){}, warn(){}, error: console.error } })
const pool = rolePool(e.appUrl, 'app_system', 2)
const d = new Directory(pool); await d.load()
console.log(d.all().length)
for (const q of ['xyzzy khongco', 'thông tin', 'thông tin', 'tru', 'tru']) { const t = performance.now(); for (let i = 0; i < 20; i++) d.search(q, 8); console.log(q, (performance.now() - t) / 20) }
await pool.end(); await e.stop()
