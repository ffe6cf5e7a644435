import { useInfiniteQuery } from '@tanstack/react-query'
import type { FileRef } from '../../kernel/http/views.ts'
import { fileSize } from '../ui/dates.ts'
import { Sign } from '../ui/sign.tsx'
import { asShown } from '../shell/acting-post.ts'
import { messages, useT } from '../shell/i18n.ts'
import { timelineQuery } from './case-queries.ts'

const words = messages({ file: { vi: 'Tệp {n}', en: 'File {n}' }, hash: { vi: 'Mã băm SHA-256: {hash}', en: 'SHA-256: {hash}' } })

/** A file to download, with its size and its hash at hand. */
export const FileLink = ({ file, name }: { file: Pick<FileRef, 'id'> & Partial<FileRef>; name: string }) => {
  const t = useT(words)
  return (
    <a
      className="file-link"
      href={asShown(`/api/files/${file.id}`)}
      download={file.name ?? true}
      title={file.sha256 ? t('hash', { hash: file.sha256 }) : undefined}
    >
      <Sign name="clip" />
      <span>{name}</span>
      {file.size !== undefined && <span className="meta">{fileSize(file.size)}</span>}
    </a>
  )
}

/** Files by id; their names come from the record of the case, where every file stands with its event. */
export const FileLinks = ({ caseId, ids }: { caseId: string; ids: string[] }) => {
  const t = useT(words)
  const { data } = useInfiniteQuery({ ...timelineQuery(caseId), enabled: ids.length > 0 })
  if (ids.length === 0) return null
  const known = new Map(data?.pages.flatMap((page) => page.rows.flatMap((row) => row.files)).map((file) => [file.id, file]))
  return (
    <div className="file-links">
      {ids.map((id, index) => {
        const file = known.get(id)
        return <FileLink key={id} file={file ?? { id }} name={file?.name ?? t('file', { n: index + 1 })} />
      })}
    </div>
  )
}
