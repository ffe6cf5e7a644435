import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { asShown } from '../../../../web/shell/acting-post.ts'
import { FileLink } from '../../../../web/case/file-links.tsx'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import { Popover } from '../../../../web/ui/popover.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import type { EvidenceItem } from '../../views.ts'

const words = messages({
  files: { vi: '{n} tệp', en: '{n} files' },
  noFiles: { vi: 'không có tệp', en: 'no files' },
  results: { vi: '{n} kết quả', en: '{n} results' },
  submitted: { vi: 'chờ xác nhận', en: 'awaiting confirmation' },
  hidden: { vi: 'Một hồ sơ khác', en: 'Another case' },
})

/** The period above the rows names the years; a day needs none. */
const dayOnly = (on: string): string => officialDay(on).slice(0, -5)

/** What the item is called, and the way to it: a fulfilment over this page, a case of its own, or the words of an entry. */
export const ItemTitle = ({ view, item, onOpen }: { view: CaseView; item: EvidenceItem; onOpen: () => void }) => {
  const t = useT(words)
  const title = item.title || t('hidden')
  if (item.kind === 'fulfilment' && item.fulfilmentId) {
    const { fulfilmentId } = item
    return (
      <Link
        to={`/case/${view.id}`}
        search={(old: Record<string, unknown>) => ({ ...old, f: fulfilmentId, clause: undefined })}
        className="ag-item-title"
      >
        {title}
      </Link>
    )
  }
  if (item.kind === 'case') {
    return (
      <Link to={`/case/${item.caseId}`} className="ag-item-title">
        {title}
      </Link>
    )
  }
  return (
    <button type="button" className="plain-button link ag-item-title" onClick={onOpen}>
      {title}
    </button>
  )
}

/** The files of an item: the one there is, or a short list. */
export const ItemFiles = ({ item }: { item: EvidenceItem }) => {
  const t = useT(words)
  const [only] = item.files
  if (!only) return <span className="sr-only">{t('noFiles')}</span>
  if (item.files.length === 1) {
    return (
      <a className="ag-clip" href={asShown(`/api/files/${only.id}`)} download={only.name} title={only.name} aria-label={only.name}>
        <Sign name="clip" />
      </a>
    )
  }
  return (
    <Popover className="plain-button ag-clip" label={t('files', { n: item.files.length })} button={<Sign name="clip" />}>
      {() => (
        <div className="ag-file-list">
          {item.files.map((file) => (
            <FileLink key={file.id} file={file} name={file.name} />
          ))}
        </div>
      )}
    </Popover>
  )
}

/** When, what, by whom, with its files. */
export const ItemLine = ({ view, item, onOpen }: { view: CaseView; item: EvidenceItem; onOpen: () => void }) => {
  const t = useT(words)
  return (
    <li className="ag-item">
      <time dateTime={item.on} title={officialDay(item.on)}>
        {dayOnly(item.on)}
      </time>
      <span className="ag-item-what">
        <ItemTitle view={view} item={item} onOpen={onOpen} />
        {item.kind === 'case' && item.results > 1 && <span className="meta"> {t('results', { n: count(item.results) })}</span>}
        {item.state === 'submitted' && (
          <span className="ag-waits">
            <Sign name="hourglass" size={12} /> {t('submitted')}
          </span>
        )}
      </span>
      <span className="ag-item-who">{item.agency.shortName}</span>
      <ItemFiles item={item} />
    </li>
  )
}
