import { Problem } from '../src/kernel/problems/problem.ts'

/** For assert.rejects and assert.throws: the refusal has this code and says it in both languages, with every place filled. */
export const refused =
  (code: string) =>
  (error: unknown): boolean => {
    if (!(error instanceof Problem)) throw error
    const { vi, en } = error.text
    if (!vi || !en || /\{\w+\}/.test(vi + en)) throw new Error(`the text of ${error.code} is not whole: ${vi} | ${en}`)
    if (error.code !== code) throw new Error(`refused with ${error.code}, expected ${code}`)
    return true
  }
