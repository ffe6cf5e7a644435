import { connect, type Socket } from 'node:net'

/** What browsers say that they can unpack. */
export const PACKED = 'accept-encoding: gzip, deflate, br, zstd\r\n'

export type Answer = { status: number; headers: string; body: Buffer }

/**
 * One keep-alive HTTP/1.1 connection, one request at a time. Small on purpose: what the load costs is taken from the same processors as the server,
 * so it must cost little.
 */
export class HttpConnection {
  readonly #socket: Socket
  readonly #cookie: string
  readonly #host: string
  #buffer: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null

  constructor(port: number, cookie: string) {
    this.#cookie = cookie
    this.#host = `127.0.0.1:${port}`
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk) => this.#take(chunk))
    this.#socket.on('error', (error) => this.#waiting?.reject(error))
    this.#socket.on('close', () => this.#waiting?.reject(new Error('connection closed')))
  }

  get(path: string, more = ''): Promise<Answer> {
    return this.#ask(`GET ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncookie: ${this.#cookie}\r\n${more}\r\n`)
  }

  post(path: string, key: string, body: string, more = ''): Promise<Answer> {
    const head = `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncookie: ${this.#cookie}\r\nidempotency-key: ${key}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${more}\r\n`
    return this.#ask(head + body)
  }

  close(): void {
    this.#socket.destroy()
  }

  #ask(text: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(text)
    })
  }

  #take(chunk: Buffer): void {
    this.#buffer = this.#buffer.length ? Buffer.concat([this.#buffer, chunk]) : chunk
    const split = this.#buffer.indexOf('\r\n\r\n')
    if (split < 0 || !this.#waiting) return
    const headers = this.#buffer.toString('latin1', 0, split)
    const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1]
    const rest = this.#buffer.subarray(split + 4)
    const body = length !== undefined ? (rest.length >= Number(length) ? rest.subarray(0, Number(length)) : null) : chunked(rest)
    if (!body) return
    const { resolve } = this.#waiting
    this.#waiting = null
    this.#buffer = Buffer.alloc(0)
    resolve({ status: Number(headers.slice(9, 12)), headers, body })
  }
}

/** The body of a chunked answer, or null while it is not complete. */
const chunked = (bytes: Buffer): Buffer | null => {
  if (bytes.length === 0 || !bytes.subarray(-5).equals(Buffer.from('0\r\n\r\n'))) return null
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const end = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (!size) return Buffer.concat(parts)
    parts.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 4 + size
  }
}
