/** The parts of a PostgreSQL address reached through a Unix socket in `socketDir`. */
export type SocketAddress = { user: string; password: string; database: string; socketDir: string; port: number }

/**
 * A `postgres://` URL for a Unix socket. The directory stands percent-encoded in the place of the host, the form that libpq,
 * pg and the WHATWG parser all read alike.
 */
export function socketUrl({ user, password, database, socketDir, port }: SocketAddress): string {
  const part = encodeURIComponent
  return `postgres://${part(user)}:${part(password)}@${part(socketDir)}:${port}/${part(database)}`
}

/** The same login and server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

/** The name of the database that a URL leads to. */
export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** The login role that a URL uses. */
export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

/** The URL as it may be shown: without password and without parameters (they can hold secrets too). */
export function shownUrl(url: string): string {
  const shown = new URL(url)
  if (shown.password) shown.password = '***'
  shown.search = ''
  return shown.href
}
