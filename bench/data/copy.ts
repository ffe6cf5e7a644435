import type { Client } from 'pg'

type Wire = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  stream: NodeJS.WritableStream
}

/** COPY … FROM STDIN over a pg client, fed in chunks: the fastest honest way to many rows. One at a time on a client. */
export class CopyInto {
  readonly #text: string
  #wire: Wire | null = null
  readonly #ready = Promise.withResolvers<void>()
  readonly #done = Promise.withResolvers<void>()
  callback: ((error: Error | null) => void) | undefined

  constructor(text: string) {
    this.#text = text
    this.callback = (error) => (error ? this.#fail(error) : this.#done.resolve())
    // Whoever waits for the end hears of a failure; the start then needs no second voice.
    this.#ready.promise.catch(() => {})
    this.#done.promise.catch(() => {})
  }

  static async begin(client: Client, table: string, columns: readonly string[]): Promise<CopyInto> {
    const copy = new CopyInto(`copy ${table} (${columns.join(', ')}) from stdin`)
    client.query(copy as never)
    await copy.#ready.promise
    return copy
  }

  /** Sends whole lines; resolves when the socket has room again. */
  async send(lines: string): Promise<void> {
    const wire = this.#wire
    if (!wire || !lines) return
    wire.sendCopyFromChunk(Buffer.from(lines))
    const { stream } = wire
    if ((stream as unknown as { writableNeedDrain: boolean }).writableNeedDrain) {
      await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), this.#done.promise])
    }
  }

  end(): Promise<void> {
    this.#wire?.endCopyFrom()
    return this.#done.promise
  }

  submit(connection: Wire): null {
    this.#wire = connection
    connection.query(this.#text)
    return null
  }
  handleCopyInResponse(): void {
    this.#ready.resolve()
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.callback?.(null)
  }
  handleError(error: Error): void {
    this.callback?.(error)
  }
  #fail(error: Error): void {
    this.#ready.reject(error)
    this.#done.reject(error)
  }
}
