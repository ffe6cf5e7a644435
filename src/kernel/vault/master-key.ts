import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Problem } from '../problems/problem.ts'

export const masterKeyPath = (dataDir: string): string => join(dataDir, 'keys', 'master.key')

/**
 * The key that wraps all others. It comes from the environment or from `keys/master.key` in the data directory, which is made on the first
 * start and must be backed up apart from the database: without it nothing can be read.
 */
export const loadMasterKey = (dataDir: string, given: string | null): Buffer => {
  if (given) return Buffer.from(given, 'hex')
  const path = masterKeyPath(dataDir)
  if (existsSync(path)) {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
    if (key.length !== 32) throw new Problem('bad-master-key', 500, { vi: 'Tệp khoá chủ bị hỏng.', en: 'The master key file is damaged.' })
    return key
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  const file = openSync(path + '.new', 'w', 0o600)
  writeSync(file, key.toString('hex') + '\n')
  fsyncSync(file)
  closeSync(file)
  renameSync(path + '.new', path)
  const dir = openSync(dirname(path), 'r')
  fsyncSync(dir)
  closeSync(dir)
  return key
}
