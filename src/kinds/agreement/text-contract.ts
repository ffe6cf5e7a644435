/**
 * The text of a coordination regulation: what its parties agree on. Screens import this file, so it holds zod schemas and types alone.
 * Days are 'YYYY-MM-DD' in Viet Nam, ids UUIDs. Ids of articles and clauses stay the same over all versions.
 */
import { z } from 'zod'
import { localDay } from '../../kernel/clocks/given-times.ts'

const id = z.uuid()
const day = localDay

/** chủ trì, phối hợp, tư vấn. Each of them comments, agrees and signs. */
export const PARTY_ROLES = ['lead', 'coordinating', 'adviser'] as const

export const agreementParty = z.object({
  /** The agency that answers today. */
  agencyId: id,
  /** A division of it that takes part; its agency answers. */
  unitId: id.nullable(),
  /** The body that signed, where `agencyId` took its place later. */
  formerId: id.nullable(),
  role: z.enum(PARTY_ROLES),
  /** The position that signs, for example "Phó Giám đốc Công an tỉnh"; the person is not kept. */
  position: z.string().trim().max(200),
})
export type AgreementParty = z.infer<typeof agreementParty>

export const agreementClause = z.object({
  id,
  ordinal: z.int().min(1).max(1_000),
  text: z.string().trim().max(20_000),
  domainIds: z.array(z.string().max(100)).max(40),
})
export type AgreementClause = z.infer<typeof agreementClause>

export const agreementArticle = z.object({
  id,
  ordinal: z.int().min(1).max(1_000),
  /** Heading of the chapter it stands in, for example "Chương II. Nội dung phối hợp"; null where the text has no chapters. */
  chapter: z.string().trim().max(300).nullable(),
  heading: z.string().trim().max(500),
  clauses: z.array(agreementClause).max(200),
})
export type AgreementArticle = z.infer<typeof agreementArticle>

export const REPLY_UNITS = ['hour', 'day', 'working-day'] as const
/** Who tells whom what, by which channel and how soon an answer is due. No regulation has these by default. */
export const exchangeRule = z.object({
  id,
  content: z.string().trim().min(1).max(2_000),
  /** Null: every party. */
  fromId: id.nullable(),
  toId: id.nullable(),
  channel: z.string().trim().max(300),
  replyTime: z.object({ amount: z.int().min(1).max(1_000), unit: z.enum(REPLY_UNITS) }).nullable(),
})
export type ExchangeRule = z.infer<typeof exchangeRule>

/** Briefings (giao ban): in these months of each year; hosts take turns in this order, `firstHost` at the first briefing in force. */
export const briefingRule = z.object({
  months: z.array(z.int().min(1).max(12)).min(1).max(12),
  hosts: z.array(id).min(1).max(50),
  firstHost: id,
  /** Leaders may agree on a meeting out of turn. */
  extraordinary: z.boolean(),
})
export type BriefingRule = z.infer<typeof briefingRule>

/** sơ kết each year, tổng kết every so many years. */
export const reviewRule = z.object({ preliminaryYearly: z.boolean(), finalEveryYears: z.int().min(1).max(50).nullable() })
export type ReviewRule = z.infer<typeof reviewRule>

export const agreementText = z.object({
  title: z.string().trim().max(1_000),
  /** Number and symbol of the signed document; null where it has none (yet). */
  number: z.string().trim().max(100).nullable(),
  parties: z.array(agreementParty).max(50),
  articles: z.array(agreementArticle).max(200),
  exchange: z.array(exchangeRule).max(200),
  briefing: briefingRule.nullable(),
  review: reviewRule.nullable(),
  funding: z.string().trim().max(4_000).nullable(),
  /** From null: from the day of the last signature. */
  term: z.object({ from: day.nullable(), until: day.nullable() }),
  /** đầu mối, by position or division; telephone numbers stand in the directory. */
  contactPoints: z.array(z.object({ agencyId: id, unitId: id.nullable(), title: z.string().trim().min(1).max(300) })).max(100),
})
export type AgreementText = z.infer<typeof agreementText>
