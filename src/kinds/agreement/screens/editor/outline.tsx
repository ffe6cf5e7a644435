import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { Sign } from '../../../../web/ui/sign.tsx'
import type { AgreementText } from '../../contract.ts'
import { fieldWords } from '../words.ts'
import type { Gap } from './text-edits.ts'

const words = messages({
  outline: { vi: 'Mục của quy chế', en: 'Sections' },
  gap: { vi: 'còn chỗ chưa điền', en: 'not filled in' },
  article: { vi: 'Điều {n}. {heading}', en: 'Article {n}. {heading}' },
})

const SECTIONS = ['general', 'parties', 'articles', 'exchange', 'briefing', 'review', 'funding', 'contactPoints', 'term'] as const

/** The sections and articles, to go to; what is not filled in is marked. */
export const Outline = ({ text, gaps }: { text: AgreementText; gaps: Gap[] }) => {
  const t = useT(words)
  const say = useText()
  const open = new Set(gaps.map((gap) => gap.section as string))
  return (
    <nav className="age-outline" aria-label={t('outline')}>
      <ol>
        {SECTIONS.map((section) => (
          <li key={section}>
            <a href={`#s-${section}`}>
              {say(fieldWords[section])}
              {open.has(section) && (
                <span className="amber">
                  <Sign name="ring" size={12} />
                  <span className="sr-only">{t('gap')}</span>
                </span>
              )}
            </a>
            {section === 'articles' && text.articles.length > 0 && (
              <ol>
                {text.articles.map((article) => (
                  <li key={article.id}>
                    <a href={`#s-${article.id}`} className="clip">
                      {t('article', { n: article.ordinal, heading: article.heading }).replace(/[.\s]+$/, '')}
                    </a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
