import { Input } from 'antd'
import type { KindActFormProps } from '../../../../web/case/kind-screens.ts'
import { messages, useT } from '../../../../web/shell/i18n.ts'
import { useMe } from '../../../../web/shell/session.ts'
import { useDraft } from '../../../../web/shell/use-draft.ts'
import { WordsForm } from './words-form.tsx'

const words = messages({
  title: { vi: 'Kết thúc hồ sơ', en: 'Close the case' },
  done: { vi: 'Đã kết thúc hồ sơ', en: 'Case closed' },
  summary: { vi: 'Kết quả chung', en: 'Outcome' },
  help: {
    vi: 'Vài câu cho người đọc sau này. Việc thường xuyên cũng kết thúc cùng hồ sơ.',
    en: 'A few sentences for later readers. Continuous work ends with the case.',
  },
  missing: { vi: 'Ghi kết quả chung', en: 'Write the outcome' },
})

/** Closes the directive with a word on what came of it. */
export default function CloseForm({ view, action, close }: KindActFormProps) {
  const t = useT(words)
  const me = useMe()
  const draft = useDraft(`${me.officerId}.${view.id}.close`, '')
  return (
    <WordsForm
      view={view}
      action={action}
      close={close}
      title={t('title')}
      done={t('done')}
      payload={() => ({ summary: draft.value.trim() })}
      missing={draft.value.trim() ? null : t('missing')}
      answers={() => [{ label: t('summary'), value: draft.value.trim() }]}
    >
      <div className="field">
        <label htmlFor="close-summary">{t('summary')}</label>
        <Input.TextArea
          id="close-summary"
          autoSize={{ minRows: 4 }}
          maxLength={20_000}
          value={draft.value}
          onChange={(event) => draft.set(event.target.value)}
        />
        <p className="field-help">{t('help')}</p>
      </div>
    </WordsForm>
  )
}
