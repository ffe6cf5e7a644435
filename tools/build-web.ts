import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/**
 * Builds the web bundle if what it is made of has changed since the last build; a start that finds nothing changed costs milliseconds.
 * Beside the web's own folders, what it imports from elsewhere (a kind's contract, shared words) counts: the last build noted it.
 */
const root = join(import.meta.dirname, '..')
const output = join(root, 'dist/web')
const notePath = join(output, '.built-from.json')
const listPath = join(output, '.files.json')
/** Where a build grows, out of sight of a server that sends what stands in `output`. */
const grown = join(root, 'dist/web.next')

/** Hash by path, relative to the root. */
type Sources = Record<string, string>

const own = [
  'src/web/**/*',
  'src/kinds/*/screens/**/*',
  'src/kinds/*/contract.ts',
  'src/kinds/screens.ts',
  'vite.config.ts',
  'tools/build-web.ts',
  'package-lock.json',
]

export async function buildWeb(): Promise<'absent' | 'fresh' | 'built'> {
  if (!existsSync(join(root, 'src/web/main.tsx'))) return 'absent'
  const last = lastBuild()
  if (last && same(last, sources(Object.keys(last)))) return 'fresh'
  const before = sources([])
  const imported = await runVite()
  await compressAll()
  publish()
  // Hashes from before the build: a file saved meanwhile makes the next start build again.
  writeFileSync(notePath, JSON.stringify({ ...sources(imported), ...before }))
  return 'built'
}

function sources(more: readonly string[]): Sources {
  const files = globSync(own, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  const all = [...new Set([...files, ...more])].toSorted()
  return Object.fromEntries(all.map((file) => [file, hashOf(join(root, file))]))
}

function hashOf(path: string): string {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'gone'
}

function same(left: Sources, right: Sources): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

function lastBuild(): Sources | undefined {
  if (!existsSync(join(output, 'index.html')) || !existsSync(notePath)) return undefined
  try {
    const note = JSON.parse(readFileSync(notePath, 'utf8')) as Sources
    return Object.fromEntries(Object.entries(note).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  } catch {
    return undefined
  }
}

/** Answers the files of this repository that went into the bundle. */
async function runVite(): Promise<string[]> {
  const { build } = await import('vite')
  const seen = new Set<string>()
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: grown, emptyOutDir: true },
    plugins: [
      {
        name: 'note-sources',
        generateBundle() {
          for (const id of this.getModuleIds()) seen.add(id.split('?')[0] ?? id)
        },
      },
    ],
  })
  return [...seen].map((id) => relative(root, id)).filter((file) => file.startsWith('src/'))
}

/** What is worth compressing; fonts and pictures are so already. */
const PLAIN = /\.(?:js|css|html|svg|json)$/
const SMALLEST = 1400

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Puts a `.br` and a `.gz` beside every file that shrinks, packed as tightly as can be: once here instead of at every request. */
async function compressAll(): Promise<void> {
  const files = globSync('**/*', { cwd: grown, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => PLAIN.test(path) && statSync(path).size >= SMALLEST)
  await Promise.all(
    files.map(async (path) => {
      const bytes = readFileSync(path)
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      await writeFile(`${path}.br`, await brotli(bytes, { params }))
      await writeFile(`${path}.gz`, await gzipped(bytes, { level: constants.Z_BEST_COMPRESSION }))
    }),
  )
}

/**
 * Puts a build in the place of the one before while servers send it: first the files that pages name, last the page. The files of the build
 * before stay one build longer, for open pages that load the rest of themselves later.
 */
function publish(): void {
  const built = filesOf(grown)
  const stay = new Set([...built, ...listed()])
  for (const file of filesOf(output)) if (!stay.has(file)) rmSync(join(output, file))
  for (const file of built.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)))) {
    mkdirSync(dirname(join(output, file)), { recursive: true })
    renameSync(join(grown, file), join(output, file))
  }
  writeFileSync(listPath, JSON.stringify(built))
  rmSync(grown, { recursive: true, force: true })
}

const isPage = (file: string): boolean => file.startsWith('index.html')

/** Files of a folder, relative to it, without notes of the build itself. */
function filesOf(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** What the build before put there; nothing where that is not known. */
function listed(): string[] {
  return existsSync(listPath) ? (JSON.parse(readFileSync(listPath, 'utf8')) as string[]) : []
}

if (import.meta.main) {
  const started = Date.now()
  const outcome = await buildWeb()
  if (outcome === 'built') console.log(`Đã dựng giao diện · Web bundle built (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}
