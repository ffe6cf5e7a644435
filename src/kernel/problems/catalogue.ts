import { fill, Problem, type Params, type Reason } from './problem.ts'
import { ACCESS_PROBLEMS } from './catalogue-access.ts'
import { ACKNOWLEDGEMENT_PROBLEMS } from './catalogue-acknowledgements.ts'
import { ASSIGNMENT_PROBLEMS } from './catalogue-assignments.ts'
import { CASE_PROBLEMS } from './catalogue-cases.ts'
import { DIRECTORY_PROBLEMS } from './catalogue-directory.ts'
import { GENERAL_PROBLEMS } from './catalogue-general.ts'
import { SIGN_IN_PROBLEMS } from './catalogue-sign-in.ts'

/** One line of a catalogue: the HTTP status and the text, whose `{name}` places are filled from params. */
export type CatalogueEntry = { status: number; vi: string; en: string }

/** Errors and reasons by code. */
export type ProblemTexts = Readonly<Record<string, CatalogueEntry>>

/** The errors and reasons that belong to no kind, by code. Codes never change once released. */
export const CATALOGUE = {
  ...GENERAL_PROBLEMS,
  ...CASE_PROBLEMS,
  ...ASSIGNMENT_PROBLEMS,
  ...ACKNOWLEDGEMENT_PROBLEMS,
  ...ACCESS_PROBLEMS,
  ...SIGN_IN_PROBLEMS,
  ...DIRECTORY_PROBLEMS,
} as const satisfies ProblemTexts

export type Code = keyof typeof CATALOGUE

/** A code that the general catalogue has already is refused by the type check. */
type OwnCodes<Own> = { [C in keyof Own]: C extends Code ? never : Own[C] }

/**
 * The ways to refuse with the general codes and those of one kind, which that kind alone knows. The kind's decider hands the same texts in as
 * `problems`, so that the kernel finds the status of a reason that `available` gave.
 */
export const problemsWith = <const Own extends ProblemTexts>(own: Own & OwnCodes<Own>) => {
  type AnyCode = Code | (keyof Own & string)
  const all: ProblemTexts = { ...CATALOGUE, ...own }
  const entryOf = (code: AnyCode): CatalogueEntry => all[code]!
  return {
    /** The reason with its text filled, as `available` sends it. */
    reason: (code: AnyCode, params: Params = {}): Reason => {
      const { vi, en } = entryOf(code)
      return { code, text: fill({ vi, en }, params) }
    },
    /** The error to throw. `extra` travels with it (for example `path` of a bad field); never personal data. */
    problem: (code: AnyCode, params: Params = {}, extra: Record<string, unknown> = {}): Problem => {
      const { status, vi, en } = entryOf(code)
      return new Problem(code, status, fill({ vi, en }, params), extra)
    },
    /** The error for a reason that `available` gave, with the very same text. */
    refusal: (why: Reason): Problem => refusalIn(all, why),
  }
}

/** The error for a reason, with the status that its code has in these texts. */
export const refusalIn = (texts: ProblemTexts, why: Reason): Problem => new Problem(why.code, texts[why.code]?.status ?? 409, why.text)

export const { reason, problem, refusal } = problemsWith({})
