export async function readDocumentFile(bytes: Uint8Array, _fileName: string): Promise<{ text: string; format: 'text' }> {
  return { text: new TextDecoder().decode(bytes), format: 'text' }
}
