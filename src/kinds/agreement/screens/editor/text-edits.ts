import type { AgreementArticle, AgreementClause, AgreementText } from '../../contract.ts'

// Pure edits of a text. Ids are given by the caller and never change: comments, work and evidence hold on to them.

export const emptyText = (): AgreementText => ({
  title: '',
  number: null,
  parties: [],
  articles: [],
  exchange: [],
  briefing: null,
  review: null,
  funding: null,
  term: { from: null, until: null },
  contactPoints: [],
})

const numbered = <T extends { ordinal: number }>(all: T[]): T[] =>
  all.map((one, index) => (one.ordinal === index + 1 ? one : { ...one, ordinal: index + 1 }))

const inArticles = (text: AgreementText, to: (articles: AgreementArticle[]) => AgreementArticle[]): AgreementText => ({
  ...text,
  articles: numbered(to(text.articles)),
})

const inArticle = (text: AgreementText, articleId: string, to: (article: AgreementArticle) => AgreementArticle): AgreementText =>
  inArticles(text, (articles) => articles.map((one) => (one.id === articleId ? to(one) : one)))

const inClauses = (text: AgreementText, articleId: string, to: (clauses: AgreementClause[]) => AgreementClause[]): AgreementText =>
  inArticle(text, articleId, (article) => ({ ...article, clauses: numbered(to(article.clauses)) }))

/** A new article with one empty clause, at the end and in the chapter of the last. */
export const addArticle = (text: AgreementText, id: string, clauseId: string): AgreementText =>
  inArticles(text, (articles) => [
    ...articles,
    {
      id,
      ordinal: 0,
      chapter: articles.at(-1)?.chapter ?? null,
      heading: '',
      clauses: [{ id: clauseId, ordinal: 1, text: '', domainIds: [] }],
    },
  ])

export const changeArticle = (
  text: AgreementText,
  id: string,
  change: Partial<Pick<AgreementArticle, 'heading' | 'chapter'>>,
): AgreementText => inArticle(text, id, (article) => ({ ...article, ...change }))

export const removeArticle = (text: AgreementText, id: string): AgreementText =>
  inArticles(text, (articles) => articles.filter((one) => one.id !== id))

/** An empty clause after another, or at the article's end. */
export const addClause = (text: AgreementText, articleId: string, afterId: string | null, id: string): AgreementText =>
  inClauses(text, articleId, (clauses) => {
    const at = afterId === null ? clauses.length : clauses.findIndex((one) => one.id === afterId) + 1
    return clauses.toSpliced(at, 0, { id, ordinal: 0, text: '', domainIds: [] })
  })

export const changeClause = (
  text: AgreementText,
  articleId: string,
  id: string,
  change: Partial<Pick<AgreementClause, 'text' | 'domainIds'>>,
): AgreementText => inClauses(text, articleId, (clauses) => clauses.map((one) => (one.id === id ? { ...one, ...change } : one)))

export const removeClause = (text: AgreementText, articleId: string, id: string): AgreementText =>
  inClauses(text, articleId, (clauses) => clauses.filter((one) => one.id !== id))

/** Moves a clause up or down; past the edge of its article it goes into the next one. */
export const moveClause = (text: AgreementText, articleId: string, id: string, by: 1 | -1): AgreementText => {
  const article = text.articles.find((one) => one.id === articleId)
  const at = article?.clauses.findIndex((one) => one.id === id) ?? -1
  const clause = article?.clauses[at]
  if (!article || !clause) return text
  const to = at + by
  if (to >= 0 && to < article.clauses.length)
    return inClauses(text, articleId, (clauses) => clauses.toSpliced(at, 1).toSpliced(to, 0, clause))
  const neighbour = text.articles[text.articles.indexOf(article) + by]
  if (!neighbour) return text
  const without = removeClause(text, articleId, id)
  return inClauses(without, neighbour.id, (clauses) => (by > 0 ? [clause, ...clauses] : [...clauses, clause]))
}

/** What a text must have before its parties can be asked, by the section where it is wanted. */
export type Gap = {
  section: 'general' | 'parties' | 'articles' | 'exchange' | 'briefing' | 'term'
  focus: string
  clause?: { article: number; clause: number }
  what: 'title' | 'parties' | 'party' | 'clauses' | 'clause' | 'exchange' | 'briefing' | 'term'
}

export const gapsOf = (text: AgreementText): Gap[] => {
  const gaps: Gap[] = []
  if (!text.title.trim()) gaps.push({ section: 'general', focus: 'title', what: 'title' })
  if (text.parties.length < 2) gaps.push({ section: 'parties', focus: 'add-party', what: 'parties' })
  text.parties.forEach((party, index) => {
    if (!party.agencyId) gaps.push({ section: 'parties', focus: `party-${index}`, what: 'party' })
  })
  if (text.articles.every((article) => article.clauses.length === 0))
    gaps.push({ section: 'articles', focus: 'add-article', what: 'clauses' })
  for (const article of text.articles)
    for (const clause of article.clauses)
      if (!clause.text.trim())
        gaps.push({
          section: 'articles',
          focus: `clause-${clause.id}`,
          what: 'clause',
          clause: { article: article.ordinal, clause: clause.ordinal },
        })
  for (const rule of text.exchange)
    if (!rule.content.trim()) gaps.push({ section: 'exchange', focus: `exchange-${rule.id}`, what: 'exchange' })
  const { briefing, term } = text
  if (briefing && (briefing.months.length === 0 || briefing.hosts.length === 0))
    gaps.push({ section: 'briefing', focus: 'briefing-month-6', what: 'briefing' })
  if (term.from && term.until && term.until <= term.from) gaps.push({ section: 'term', focus: 'term-until', what: 'term' })
  return gaps
}

/** What cannot travel even in a draft (a party or a rule that is not filled in yet) is left out; what was typed elsewhere stays. */
export const sendable = (text: AgreementText): AgreementText => {
  const ids = new Set(text.parties.map((party) => party.agencyId).filter(Boolean))
  const hosts = text.briefing?.hosts.filter((id) => ids.has(id)) ?? []
  return {
    ...text,
    number: text.number?.trim() || null,
    funding: text.funding?.trim() || null,
    parties: text.parties.filter((party) => party.agencyId),
    exchange: text.exchange.filter((rule) => rule.content.trim()),
    briefing:
      text.briefing && text.briefing.months.length > 0 && hosts[0]
        ? { ...text.briefing, hosts, firstHost: hosts.includes(text.briefing.firstHost) ? text.briefing.firstHost : hosts[0] }
        : null,
    contactPoints: text.contactPoints.filter((point) => point.agencyId && point.title.trim()),
  }
}

/** How many clauses differ between two texts, by id. */
export const changesBetween = (before: AgreementText, after: AgreementText): { changed: number; added: number; removed: number } => {
  const all = (text: AgreementText) =>
    new Map(text.articles.flatMap((article) => article.clauses.map((clause) => [clause.id, clause.text.trim()] as const)))
  const old = all(before)
  const now = all(after)
  return {
    changed: [...now].filter(([id, words]) => old.has(id) && old.get(id) !== words).length,
    added: [...now.keys()].filter((id) => !old.has(id)).length,
    removed: [...old.keys()].filter((id) => !now.has(id)).length,
  }
}
