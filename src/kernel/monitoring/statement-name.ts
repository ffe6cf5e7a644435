/** A statement as the pool is given it. */
type Given = string | { name?: string; text?: string; statements?: readonly { name?: string; text: string }[] }

/** Names under which connections keep statements that nobody named. */
const NUMBERED = /^r\d+$/
const VERB = /\b(select|insert|update|delete|begin|commit|rollback|savepoint|listen|call|truncate)\b/i
const TABLE = /\b(?:from|into|update|join)\s+(?:only\s+)?"?((?:[a-z_]+"?\."?)?[a-z_]+)/i
const CALLED = /\bselect\s+((?:[a-z_]+\.)?[a-z_]+)\(/i
const MOST = 2000
const NAMED_OF_BATCH = 3

const summaries = new Map<string, string>()

/** What a statement does, from its text: verb and first table, or the function. Texts come from code, values never stand in them, and nothing else of them is told. */
const summaryOf = (text: string): string => {
  const known = summaries.get(text)
  if (known) return known
  const verb = VERB.exec(text)?.[1]?.toLowerCase() ?? 'statement'
  const table = (TABLE.exec(text) ?? CALLED.exec(text))?.[1]?.replaceAll('"', '')
  const summary = table ? `${verb} ${table}` : verb
  if (summaries.size < MOST) summaries.set(text, summary)
  return summary
}

const nameOf = ({ name, text = '' }: { name?: string; text?: string }): string => (name && !NUMBERED.test(name) ? name : summaryOf(text))

/** The name of a statement, or of those that travel together: the one it was given, else what it does. Never a value, never its whole text. */
export const statementName = (given: Given): string => {
  if (typeof given === 'string') return summaryOf(given)
  if (!given.statements) return nameOf(given)
  const names = given.statements.map(nameOf)
  const more = names.length - NAMED_OF_BATCH
  return `${names.slice(0, NAMED_OF_BATCH).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
