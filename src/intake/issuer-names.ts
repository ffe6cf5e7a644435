import { wordKey } from './words.ts'

const spelled = (name: string) =>
  wordKey(name).replace(/ubnd/g, 'ủy ban nhân dân').replace(/hđnd/g, 'hội đồng nhân dân').replace(/\s+/g, ' ').trim()

/** Whether a body's short or full name means the issuing body: "UBND Thành phố" in a plan of the UBND thành phố Hà Nội. */
export function isIssuer(name: string, issuer: string | null): boolean {
  if (!issuer) return false
  const own = spelled(issuer)
  const other = spelled(name)
  if (/^(?:các|những)\s/.test(other)) return false
  return (
    own === other ||
    (other.length > 12 && (own.startsWith(other) || own.replace(/^chủ tịch /, '').startsWith(other) || `chủ tịch ${own}`.startsWith(other)))
  )
}
