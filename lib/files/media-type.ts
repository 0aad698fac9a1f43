import { fileTypeFromFile } from 'file-type'
import { MEDIA_TYPES, type MediaType } from './views'

/** What a file is by its first bytes, whatever it is called; null for what nobody may send. */
export async function detectMediaType(path: string): Promise<MediaType | null> {
  const detected = await fileTypeFromFile(path)
  return MEDIA_TYPES.find((type) => type === detected?.mime) ?? null
}
