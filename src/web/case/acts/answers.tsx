import type { FileRef } from '../../../kernel/http/views.ts'
import { count, messages, say, type Text } from '../../shell/i18n.ts'
import type { Answer } from '../../ui/check-answers.tsx'
import { officialDay } from '../../ui/dates.ts'
import type { ActSpec, FieldSpec } from './act-spec.ts'
import { periodWords } from './period-words.ts'
import type { HandOnTo, NamedAgency, Values } from './payload.ts'

const words = messages({
  none: { vi: 'không có', en: 'none' },
  many: { vi: '{n} đơn vị', en: '{n} agencies' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không, trước ngày này', en: 'no, before it' },
  due: { vi: 'kỳ sớm nhất chưa trả lời', en: 'the earliest unanswered' },
})

const shown = (field: FieldSpec, value: unknown): string => {
  if (field.kind === 'included') return say(value === false ? words.no : words.yes)
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return say(field.empty ?? (field.kind === 'periods' ? words.due : words.none))
  if (field.kind === 'files') return (value as FileRef[]).map((file) => file.name).join('\n')
  if (field.kind === 'hand-on') return (value as HandOnTo).name
  if (field.kind === 'agencies') return agenciesShown((value as NamedAgency[]).map((agency) => agency.name))
  if (field.kind === 'date') return officialDay(String(value))
  if (field.kind === 'periods') return (Array.isArray(value) ? value : [value]).map((key) => periodWords(String(key))).join('\n')
  return String(value)
}

/** A line each, or, where they are many, how many and then all of them in one paragraph. */
const FEW = 10
const agenciesShown = (names: string[]): string =>
  names.length > FEW ? `${say(words.many, { n: count(names.length) })}: ${names.join(', ')}` : names.join('\n')

/** What stands in the fields, in words, for check-your-answers. */
export const answersOf = (spec: ActSpec, values: Values, text: (text: Text) => string): Answer[] =>
  spec.fields.map((field) => ({ label: text(field.label), value: shown(field, values[field.name]) }))
