import { readFileSync } from 'node:fs'

/**
 * Loaded by `npm test` before each file: its properties are tried on the same values in every run, so that no run fails by chance. A file run by
 * itself draws new values each time, and HIEPDONG_SEED gives others to a whole run.
 */
const [, file] = process.argv
if (file?.endsWith('.test.ts') && readFileSync(file, 'utf8').includes(`'fast-check'`)) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ seed: Number(process.env['HIEPDONG_SEED'] ?? 20_261_122) })
}
