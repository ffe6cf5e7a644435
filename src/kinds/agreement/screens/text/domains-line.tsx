import { useQuery } from '@tanstack/react-query'
import { domainsQuery } from '../../../../web/directory/directory-queries.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'

const words = messages({ domains: { vi: 'Lĩnh vực: {names}', en: 'Domains: {names}' } })

/** The domains of a clause by their names; nothing where it names none. */
export const DomainsLine = ({ ids }: { ids: readonly string[] }) => {
  const t = useT(words)
  const text = useText()
  const { data } = useQuery({ ...domainsQuery, enabled: ids.length > 0 })
  if (ids.length === 0 || !data) return null
  const names = ids.map((id) => {
    const domain = data.find((one) => one.id === id)
    const name = domain ? text(domain.name) : id
    return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
  })
  return <p className="meta">{t('domains', { names: names.join('; ') })}</p>
}
