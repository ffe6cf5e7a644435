import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { IntakeError } from './intake-error.ts'
import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES, MAX_COMPRESSION_RATIO, MAX_ENTRY_BYTES } from './limits.ts'

/** Small entries may compress well without harm; the ratio counts only above this. */
const RATIO_FLOOR_BYTES = 1024 * 1024

/**
 * Reads the wanted entries of a zip, in memory. Refuses bombs before and while unpacking: entry count, size of each entry and
 * of all, and ratio. Throws IntakeError `not-a-docx` or `archive-too-large`.
 */
export async function readArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const zip = await open(bytes)
  try {
    const entries = await listEntries(zip)
    const contents = new Map<string, Buffer>()
    let total = 0
    for (const entry of entries) {
      if (!wanted(entry.fileName)) continue
      const content = await unpack(zip, entry, MAX_ARCHIVE_BYTES - total)
      total += content.length
      contents.set(entry.fileName, content)
    }
    return contents
  } finally {
    zip.close()
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(new IntakeError('not-a-docx', error)) : resolve(zip),
    )
  })
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    let declared = 0
    zip.on('error', (error: unknown) => reject(new IntakeError('not-a-docx', error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      declared += entry.uncompressedSize
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
      const bomb = entry.uncompressedSize > RATIO_FLOOR_BYTES && ratio > MAX_COMPRESSION_RATIO
      if (bomb || entries.length >= MAX_ARCHIVE_ENTRIES || entry.uncompressedSize > MAX_ENTRY_BYTES || declared > MAX_ARCHIVE_BYTES) {
        reject(new IntakeError('archive-too-large'))
        return
      }
      entries.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** The sizes a crafted zip declares may lie, so the stream is counted as well. */
function unpack(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(new IntakeError('not-a-docx', error))
        return
      }
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MAX_ENTRY_BYTES || size > room) stream.destroy(new IntakeError('archive-too-large'))
        else chunks.push(chunk)
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', (cause: unknown) => reject(cause instanceof IntakeError ? cause : new IntakeError('not-a-docx', cause)))
    })
  })
}
