import type { LiveChange } from '../src/kernel/http/views.ts'

/** The live stream of a signed-in officer, read as a browser reads it. */
export class LiveStream {
  readonly #reader: ReadableStreamDefaultReader<string>
  #text = ''

  private constructor(reader: ReadableStreamDefaultReader<string>) {
    this.#reader = reader
  }

  /** Opens it, in the post given or in that of the session, and waits for the greeting: from then on nothing is missed. */
  static async open(url: string, headers: Record<string, string>, post?: string): Promise<LiveStream> {
    const answer = await fetch(`${url}/api/live${post ? `?post=${post}` : ''}`, { headers })
    if (!answer.ok || !answer.body) throw new Error(`no live stream: ${answer.status}`)
    const stream = new LiveStream(answer.body.pipeThrough(new TextDecoderStream()).getReader())
    await stream.#next('hello')
    return stream
  }

  /** The next change, whatever it names. */
  async change(): Promise<LiveChange> {
    return (await this.#next('change')) as LiveChange
  }

  /** Resolves with the first change that names the case. */
  async changeOf(caseId: string): Promise<LiveChange> {
    for (;;) {
      const change = await this.change()
      if (change.cases.includes(caseId)) return change
    }
  }

  close(): Promise<void> {
    return this.#reader.cancel()
  }

  async #next(event: string): Promise<unknown> {
    for (;;) {
      const end = this.#text.indexOf('\n\n')
      if (end >= 0) {
        const block = this.#text.slice(0, end)
        this.#text = this.#text.slice(end + 2)
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (block.startsWith(`event: ${event}\n`) && data) return JSON.parse(data)
        continue
      }
      const { value, done } = await this.#reader.read()
      if (done) throw new Error('the live stream ended')
      this.#text += value
    }
  }
}
