import type { ZodError } from 'zod'
import { problem } from '../problems/catalogue.ts'
import type { Problem } from '../problems/problem.ts'

/** What is wrong with an input, by path, at most ten places. The values themselves are not repeated. */
export const badInput = (error: ZodError): Problem => {
  const issues = error.issues.slice(0, 10).map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  return problem('bad-input', { path: issues.map((i) => i.path || '(…)').join(', ') }, { issues })
}
