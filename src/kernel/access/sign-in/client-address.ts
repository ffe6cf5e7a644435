import { isIPv6 } from 'node:net'

/**
 * The address under which attempts of a client are counted. Takes what the server trusts (fastify's `request.ip`), never a header.
 * One household or office holds a whole /64 of IPv6, so only that half counts; an IPv4 address inside IPv6 counts as IPv4.
 */
export const clientAddress = (ip: string): string => {
  const bare = ip.split('%')[0] ?? ip
  if (!isIPv6(bare)) return bare
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)
  if (mapped?.[1]) return mapped[1]
  const [head = '', tail] = bare.toLowerCase().split('::')
  const groups = head ? head.split(':') : []
  if (tail !== undefined) {
    const rest = tail ? tail.split(':') : []
    while (groups.length + rest.length < 8) groups.push('0')
    groups.push(...rest)
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
