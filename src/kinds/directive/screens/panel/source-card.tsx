import { useEffect, useMemo, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { asShown } from '../../../../web/shell/acting-post.ts'
import { progressQuery } from '../../../../web/case/case-queries.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { StatusChip } from '../../../../web/ui/chip.tsx'
import { EmptyState } from '../../../../web/ui/empty-state.tsx'
import type { DirectiveState } from '../../contract.ts'
import { paperBlocks } from '../paper-blocks.ts'
import { PaperText } from '../paper-text.tsx'
import { spansOf } from '../source-spans.ts'
import { verbs } from '../words.ts'
import { usePanelSearch } from './panel-search.ts'
import { worstOf } from './parts.ts'
import { ViewSwitch } from './view-switch.tsx'

const words = messages({
  title: { vi: 'Nguyên văn', en: 'The text' },
  draft: { vi: 'Bản nháp, chưa giao việc cho ai.', en: 'A draft; nothing was assigned yet.' },
  goOn: { vi: 'Đọc và giao việc', en: 'Read and assign' },
  none: { vi: 'Văn bản này nhập tay, không có nguyên văn.', en: 'This document was entered by hand and has no text.' },
  mark: { vi: 'Nhiệm vụ {n}', en: 'Assignment {n}' },
  choose: { vi: 'Chọn một câu để xem việc được giao từ câu đó.', en: 'Choose a sentence to see what was assigned from it.' },
  done: { vi: '{done}/{total} xong', en: '{done}/{total} done' },
  parts: { vi: 'Xem tiến độ', en: 'See the progress' },
  file: { vi: 'Tệp gốc', en: 'Original file' },
  discarded: { vi: 'Bản nháp đã bỏ.', en: 'The draft was discarded.' },
})

/** The text that ordered the work: every assignment at its place, linked to its progress and back. */
export default function SourceCard({ view, state }: { view: CaseView; state: DirectiveState }) {
  const t = useT(words)
  const text = useText()
  const [search, setSearch] = usePanelSearch(view.id)
  const box = useRef<HTMLDivElement>(null)
  const source = state.document.sourceText
  const isDraft = view.status === 'draft' || view.status === 'discarded'
  const { data: progress } = useQuery({ ...progressQuery(view.id), enabled: !isDraft })
  const blocks = useMemo(() => paperBlocks(source ?? ''), [source])
  const spans = useMemo(() => state.assignments.flatMap((one) => spansOf(one, source ?? '')), [state.assignments, source])
  const current = search.a ?? null
  const chosen = state.assignments.find((one) => one.id === current)
  const counts = progress?.assignments.find((one) => one.assignmentId === current)

  useEffect(() => {
    if (current) box.current?.querySelector('mark[data-current]')?.scrollIntoView({ block: 'center' })
  }, [current])

  const goOn = view.status === 'draft' && (
    <Link to="/intake" search={{ case: view.id }}>
      {t('goOn')}
    </Link>
  )
  return (
    <section className="card board" data-fill>
      <header className="card-head board-head">
        <h2 className="card-title">{t('title')}</h2>
        <div className="card-actions">
          {state.document.fileId && (
            <a href={asShown(`/api/files/${state.document.fileId}`)} download>
              {t('file')}
            </a>
          )}
          {!isDraft && (
            <ViewSwitch
              value="source"
              views={['agency', 'deadline', 'assignment', 'source']}
              onChange={(next) => setSearch({ view: next })}
            />
          )}
        </div>
      </header>
      <div className="source-note">
        {isDraft ? (
          <span className="row-gap">
            {view.status === 'draft' ? t('draft') : t('discarded')} {goOn}
          </span>
        ) : chosen ? (
          <>
            <span className="ordinal" data-current>
              {chosen.ordinal}
            </span>
            <span className="grow clip">
              <b className="strong">{text(verbs[chosen.verb])}</b> {[...new Set(chosen.leads.map((target) => target.as))].join(', ')}:{' '}
              {chosen.title}
            </span>
            {counts && (
              <>
                <StatusChip status={worstOf(counts.counts)} />
                <span className="meta">{t('done', { done: count(counts.done), total: count(counts.total) })}</span>
              </>
            )}
            <button type="button" className="plain-button link" onClick={() => setSearch({ view: 'assignment', done: 1 })}>
              {t('parts')}
            </button>
          </>
        ) : (
          <span className="meta">{source ? t('choose') : ''}</span>
        )}
      </div>
      <div className="source-paper" ref={box}>
        {source ? (
          <PaperText
            text={source}
            blocks={blocks}
            spans={spans}
            marks={state.assignments.flatMap((one) =>
              one.span ? [{ id: one.id, at: one.span.start, label: String(one.ordinal), done: false, unsure: false }] : [],
            )}
            current={current}
            onChoose={(a) => setSearch({ a })}
            markLabel={(mark) => t('mark', { n: mark.label })}
          />
        ) : (
          <EmptyState text={t('none')} action={goOn || undefined} />
        )}
      </div>
    </section>
  )
}
