import { fill, Problem, type Params, type Reason } from './problem.ts'
import { AGREEMENT_PROBLEMS } from './catalogue-agreement.ts'
import { ASSIGNMENT_PROBLEMS } from './catalogue-assignments.ts'
import { DIRECTORY_PROBLEMS } from './catalogue-directory.ts'
import { GENERAL_PROBLEMS } from './catalogue-general.ts'
import { SIGN_IN_PROBLEMS } from './catalogue-sign-in.ts'

/** One line of the catalogue: the HTTP status and the text, whose `{name}` places are filled from params. */
export type CatalogueEntry = { status: number; vi: string; en: string }

/** Every error and every reason of the product, by code. Codes never change once released. */
export const CATALOGUE = {
  ...GENERAL_PROBLEMS,
  ...ASSIGNMENT_PROBLEMS,
  ...SIGN_IN_PROBLEMS,
  ...DIRECTORY_PROBLEMS,
  ...AGREEMENT_PROBLEMS,
} as const satisfies Record<string, CatalogueEntry>

export type Code = keyof typeof CATALOGUE

/** The reason with its text filled, as `available` sends it. */
export const reason = (code: Code, params: Params = {}): Reason => {
  const { vi, en } = CATALOGUE[code]
  return { code, text: fill({ vi, en }, params) }
}

/** The error to throw. `extra` travels with it (for example `path` of a bad field); never personal data. */
export const problem = (code: Code, params: Params = {}, extra: Record<string, unknown> = {}): Problem => {
  const { status, vi, en } = CATALOGUE[code]
  return new Problem(code, status, fill({ vi, en }, params), extra)
}

/** The error for a reason that `available` gave, with the very same text. */
export const refusal = (why: Reason): Problem => {
  const entry: CatalogueEntry | undefined = (CATALOGUE as Record<string, CatalogueEntry>)[why.code]
  return new Problem(why.code, entry?.status ?? 409, why.text)
}
