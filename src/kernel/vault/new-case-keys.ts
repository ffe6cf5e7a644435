import { randomBytes } from 'node:crypto'
import { seal } from './seal.ts'

/** A row of vault.seal_key; `wrapped` in base64. */
type Row = { case_id: string; subject_id: string; wrapped: string }

/**
 * The keys of a case that is born in this command. Nobody else can have made any, so that nothing is asked: they are made here and written with all
 * else that the command writes. Should somebody have been first after all, they meet at the primary key, and nothing is written.
 */
export class NewCaseKeys {
  readonly #master: Buffer
  readonly #keys = new Map<string, Buffer>()
  /** What is to be written. */
  readonly rows: Row[] = []

  constructor(master: Buffer) {
    this.#master = master
  }

  async readOrMake(_db: unknown, caseId: string, subjects: string[]): Promise<Map<string, Buffer | null>> {
    return new Map(subjects.map((subject) => [subject, this.#keys.get(caseId + subject) ?? this.#make(caseId, subject)]))
  }

  #make(caseId: string, subject: string): Buffer {
    const key = randomBytes(32)
    this.#keys.set(caseId + subject, key)
    this.rows.push({ case_id: caseId, subject_id: subject, wrapped: seal(this.#master, key, caseId + subject).toString('base64') })
    return key
  }
}
