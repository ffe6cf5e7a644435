/** Largest file taken, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Longest text taken, in UTF-16 code units: about 150 printed pages. */
export const MAX_TEXT_CHARACTERS = 400_000
/** Bounds that keep a crafted archive from filling memory (a zip bomb). */
export const MAX_ARCHIVE_ENTRIES = 2_000
export const MAX_ENTRY_BYTES = 40 * 1024 * 1024
export const MAX_ARCHIVE_BYTES = 120 * 1024 * 1024
export const MAX_COMPRESSION_RATIO = 200
