/**
 * A reason why the database cannot be started or used that the person at the terminal can act on.
 * `message` holds the Vietnamese text and the English one under it; `code` is stable, for tests and scripts.
 */
export class StartProblem extends Error {
  readonly code: string
  readonly vi: string
  readonly en: string

  constructor(code: string, texts: { vi: string; en: string }, cause?: unknown) {
    super(`${texts.vi}\n${texts.en}`, cause === undefined ? undefined : { cause })
    this.name = 'StartProblem'
    this.code = code
    this.vi = texts.vi
    this.en = texts.en
  }
}

/** Where the launcher tells what it does: `console` and pino both fit. */
export type StartLog = {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}
