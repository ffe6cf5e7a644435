import { memo } from 'react'
import { newKey } from '../../../../web/shell/new-key.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { PlusIcon } from '../../../../web/ui/icons.tsx'
import { KeyHint } from '../../../../web/ui/key-hint.tsx'
import type { AgreementArticle } from '../../contract.ts'
import { fieldWords } from '../words.ts'
import { ClauseField } from './clause-field.tsx'
import type { Change } from './editor.tsx'
import { RemoveButton } from './remove-button.tsx'
import { Section } from './section.tsx'
import { addArticle, addClause, changeArticle, removeArticle } from './text-edits.ts'

const words = messages({
  add: { vi: 'Thêm điều', en: 'Add an article' },
  addClause: { vi: 'Thêm khoản', en: 'Add a clause' },
  article: { vi: 'Điều {n}', en: 'Article {n}' },
  heading: { vi: 'Tên điều {n}', en: 'Heading of article {n}' },
  headingPlace: { vi: 'Tên điều, ví dụ Nội dung phối hợp', en: 'Heading, for example Fields of coordination' },
  chapter: { vi: 'Chương của điều {n}', en: 'Chapter of article {n}' },
  chapterPlace: { vi: 'Chương (nếu có)', en: 'Chapter, if any' },
  remove: { vi: 'Bỏ điều {n}', en: 'Remove article {n}' },
  keys: { vi: 'thêm khoản dưới', en: 'new clause below' },
  move: { vi: 'chuyển lên xuống', en: 'move it' },
})

/** After the new field stands in the page. */
const focusSoon = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus())

/** Articles and their clauses. Ctrl Enter puts a clause below, Alt with an arrow moves one. */
export const ArticlesSection = memo(({ articles, change }: { articles: AgreementArticle[]; change: Change }) => {
  const t = useT(words)
  const say = useText()
  const add = () => {
    const [id, clauseId] = [newKey(), newKey()]
    change((text) => addArticle(text, id, clauseId))
    focusSoon(`heading-${id}`)
  }
  return (
    <Section
      id="articles"
      title={say(fieldWords.articles)}
      note={
        <span className="age-keys">
          <KeyHint>Ctrl Enter</KeyHint> {t('keys')} <KeyHint>Alt ↑ ↓</KeyHint> {t('move')}
        </span>
      }
      actions={
        <button type="button" id="add-article" className="plain-button link row-gap" onClick={add}>
          <PlusIcon />
          {t('add')}
        </button>
      }
    >
      {articles.map((article) => (
        <ArticleFields key={article.id} article={article} change={change} />
      ))}
    </Section>
  )
})

const ArticleFields = memo(({ article, change }: { article: AgreementArticle; change: Change }) => {
  const t = useT(words)
  const { id, ordinal: n } = article
  const addAfter = (afterId: string | null) => {
    const clauseId = newKey()
    change((text) => addClause(text, id, afterId, clauseId))
    focusSoon(`clause-${clauseId}`)
  }
  return (
    <fieldset className="age-card plain-fieldset" id={`s-${id}`} data-span={id}>
      <legend className="sr-only">{t('article', { n })}</legend>
      <div className="age-article">
        <b className="strong">{t('article', { n })}</b>
        <input
          id={`heading-${id}`}
          className="plain-input"
          aria-label={t('heading', { n })}
          placeholder={t('headingPlace')}
          maxLength={500}
          value={article.heading}
          onChange={(event) => change((text) => changeArticle(text, id, { heading: event.target.value }))}
        />
        <input
          className="plain-input age-chapter"
          aria-label={t('chapter', { n })}
          placeholder={t('chapterPlace')}
          maxLength={300}
          value={article.chapter ?? ''}
          onChange={(event) => change((text) => changeArticle(text, id, { chapter: event.target.value || null }))}
        />
        <RemoveButton label={t('remove', { n })} onClick={() => change((text) => removeArticle(text, id))} />
      </div>
      {article.clauses.map((clause) => (
        <ClauseField key={clause.id} articleId={id} articleOrdinal={n} clause={clause} change={change} onAddAfter={addAfter} />
      ))}
      <button type="button" className="plain-button link row-gap age-add-clause" onClick={() => addAfter(null)}>
        <PlusIcon />
        {t('addClause')}
      </button>
    </fieldset>
  )
})
