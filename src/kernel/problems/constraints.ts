import type { Code } from './catalogue.ts'

/**
 * What the database itself refuses where two officers act at the same moment and the rules of neither could see the other, by constraint.
 * The same words as the rule would have used.
 */
export const CONSTRAINT_PROBLEMS: Readonly<Record<string, Code>> = {
  agency_key: 'agency-key-taken',
  agency_official_code: 'agency-code-taken',
  agency_tree: 'agency-cycle',
  cases_number: 'number-taken',
  mandate_one_holder: 'mandate-taken',
  officer_account: 'account-taken',
}
