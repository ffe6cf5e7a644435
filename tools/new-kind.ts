import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * `node tools/new-kind.ts drill DT "Diễn tập" "Drill"` makes src/kinds/drill: a kind of case that is drafted, opened and closed, with its
 * tests, and adds it to the server's and the web's list. KIND is kebab-case, PREFIX the letters before its numbers.
 */
const root = join(import.meta.dirname, '..')
const template = join(import.meta.dirname, 'kind-template')

export type NewKind = { kind: string; prefix: string; vi: string; en: string }

/** Why a kind cannot be made in this tree; null where it can. */
export const refusalOf = ({ kind, prefix, vi, en }: NewKind, home = root): string | null => {
  if (!/^[a-z]+(-[a-z]+)*$/.test(kind)) return `KIND is written like "drill" or "field-visit", not "${kind}"`
  if (!/^[A-Z]{2,6}$/.test(prefix)) return `PREFIX is two to six capital letters, not "${prefix}"`
  if (!vi.trim() || !en.trim()) return 'The name is wanted in Vietnamese and in English'
  if (existsSync(join(home, 'src/kinds', kind))) return `src/kinds/${kind} is there already`
  const taken = globSync('src/kinds/*/kind.ts', { cwd: home }).find((file) =>
    readFileSync(join(home, file), 'utf8').includes(`prefix: '${prefix}'`),
  )
  return taken ? `${taken} has the prefix ${prefix} already` : null
}

/** Writes the kind's folder and the two lists; answers the files, relative to the tree. Throws where it cannot be made, and then writes nothing. */
export const makeKind = (kind: NewKind, home = root): string[] => {
  const refusal = refusalOf(kind, home)
  if (refusal) throw new Error(refusal)
  const camel = kind.kind.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const lists = [
    listed(home, 'src/kinds/index.ts', `import { ${camel} } from './${kind.kind}/kind.ts'`, camel),
    listed(home, 'src/kinds/screens.ts', `import { ${camel}Screens } from './${kind.kind}/screens/index.tsx'`, `${camel}Screens`),
  ]
  const words: Record<string, string> = {
    ...kind,
    camel,
    UPPER: kind.kind.toUpperCase().replaceAll('-', '_'),
    Type: camel.charAt(0).toUpperCase() + camel.slice(1),
    viText: quoted(kind.vi),
    enText: quoted(kind.en),
  }
  const files = globSync('**/*.txt', { cwd: template })
    .toSorted()
    .map((file) => ({
      path: `src/kinds/${kind.kind}/${file.slice(0, -'.txt'.length)}`,
      text: readFileSync(join(template, file), 'utf8').replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => words[name] ?? whole),
    }))
  for (const { path, text } of [...files, ...lists]) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  return [...files, ...lists].map(({ path }) => path)
}

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`

/** A list of kinds with one import and one entry more. */
const listed = (home: string, path: string, line: string, entry: string): { path: string; text: string } => {
  const text = readFileSync(join(home, path), 'utf8')
  const imports = text.match(/^import .*$/gm) ?? []
  const last = imports.at(-1)
  const list = /^(export const \w+: [^=]+= \[)([^\]]*)\]/m
  if (!last || !list.test(text)) throw new Error(`${path} does not look like a list of kinds`)
  return {
    path,
    text: text.replace(last, () => `${last}\n${line}`).replace(list, (_, head: string, rest: string) => `${head}${rest}, ${entry}]`),
  }
}

if (import.meta.main) {
  const [kind = '', prefix = '', vi = '', en = ''] = process.argv.slice(2)
  try {
    const files = makeKind({ kind, prefix, vi, en })
    // Names of any length: the lines break where the formatter breaks them.
    execFileSync(join(root, 'node_modules/.bin/oxfmt'), files, { cwd: root, stdio: 'ignore' })
    console.log(files.join('\n'))
    console.log(
      `\nNext: give it its fields, commands and rules; when its events have their shape, "node tools/release-events.ts".\nIts tests: npm test -- kinds/${kind}/`,
    )
  } catch (error) {
    console.error(`${(error as Error).message}\nnode tools/new-kind.ts KIND PREFIX "Tên" "Name"`)
    process.exitCode = 1
  }
}
