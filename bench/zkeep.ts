import { startEmbeddedPostgres } from '/work/main/src/kernel/db/embedded.ts'
const e = await startEmbeddedPostgres({ dataDir: process.argv[2] as string, log: { info(){}, warn(){}, error: console.error } })
process.on('SIGTERM', () => e.stop().then(() => process.exit(0)))
setInterval(() => {}, 1000)
