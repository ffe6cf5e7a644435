import type { Text } from '../../kernel/problems/problem.ts'
import { stored } from './stored.ts'

export type { Text }
export type Language = 'vi' | 'en'
export type Params = Record<string, string | number>
export type Messages<K extends string = string> = Record<K, Text>

/** The language of the screens: Vietnamese unless the officer switches. */
export const language = stored<Language>('language', ['vi', 'en'], 'vi')

const put = (template: string, params?: Params): string =>
  params ? template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) : template

/** One text in the language of now, its `{name}` places filled. For code outside components; components use `useText` or `useT`. */
export const say = (text: Text, params?: Params): string => put(text[language.get()], params)

/** A function from a text of the API to words, in a component. */
export const useText = () => {
  const now = language.use()
  return (text: Text, params?: Params): string => put(text[now], params)
}

/** Keeps the keys of a table of messages as types, so that a missing key is a compile error. Both languages are required by the type. */
export const messages = <K extends string>(table: Messages<K>): Messages<K> => table

/** `t(key, params)` over a table of messages. Numbers are given as words by the caller (`count()`), so that 1204 reads 1.204. */
export const useT = <K extends string>(table: Messages<K>) => {
  const now = language.use()
  return (key: K, params?: Params): string => put(table[key][now], params)
}

export type Translate<K extends string> = (key: K, params?: Params) => string

/** 1204 → '1.204' in Vietnamese, '1,204' in English. */
export const count = (n: number): string => n.toLocaleString(language.get() === 'vi' ? 'vi-VN' : 'en-GB')
