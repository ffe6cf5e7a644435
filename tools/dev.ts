import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'

/**
 * `npm run dev`: the server starts anew when its sources are saved, the web reloads in place. Open the address that Vite prints; it passes
 * /api on to the server. The database stays as it is between restarts.
 */
const root = join(import.meta.dirname, '..')
const port = process.env.PORT ?? '4180'

const server: ChildProcess = spawn(process.execPath, ['--watch-path=src', '--watch-preserve-output', 'src/main.ts'], {
  cwd: root,
  stdio: 'inherit',
})
process.env.HIEPDONG_API = `http://127.0.0.1:${port}`
const web = await createServer({ configFile: join(root, 'vite.config.ts') })
await web.listen()
web.printUrls()

const stop = async () => {
  server.kill('SIGTERM')
  await web.close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
