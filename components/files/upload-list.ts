import { fileUrl, MAX_FILE_BYTES } from '@/lib/files/views'
import { isUploaded, type UploadFault } from './upload'

/** On its way (`sent`: 0 to 1), not taken, or at the server and not yet part of anything. */
export type UploadState =
  | { state: 'sending'; sent: number }
  | { state: 'failed'; fault: UploadFault }
  | { state: 'there'; id: string }

/** A file that somebody added to a draft. */
export type Upload = UploadState & {
  /** Names it on this page. */
  key: string
  name: string
  /** What the browser takes it for, then what the server found; '' when nobody knows. */
  mediaType: string
  /** Where this page has the picture itself. */
  preview: string | null
}

/** Why what was added cannot go along yet. */
export type Unready = { why: 'sending' | 'failed'; count: number }

/** What of the files still fits, and how many do not. */
export function admitFiles<F>(held: number, files: readonly F[], max: number): { admitted: F[]; left: number } {
  const admitted = files.slice(0, Math.max(0, max - held))
  return { admitted, left: files.length - admitted.length }
}

/** What need not be sent to know that it is not taken; the server judges by itself. */
export function faultBefore({ size }: { size: number }): UploadFault | null {
  if (size === 0) return 'fileEmpty'
  return size > MAX_FILE_BYTES ? 'fileTooLarge' : null
}

/** Whether the same file may be taken another time. */
export function isPassing(fault: UploadFault): boolean {
  return PASSING.has(fault)
}

const PASSING: ReadonlySet<UploadFault> = new Set([
  'unreachable',
  'internalError',
  'unauthenticated',
  'malformedMultipart',
])

export function idsOf(uploads: readonly Upload[]): string[] {
  return uploads.flatMap((one) => (one.state === 'there' ? [one.id] : []))
}

/** What has failed first: it waits for a person. */
export function unreadyOf(uploads: readonly Upload[]): Unready | null {
  for (const why of ['failed', 'sending'] as const) {
    const count = uploads.filter(({ state }) => state === why).length
    if (count > 0) return { why, count }
  }
  return null
}

/** Where its small picture is; null when it has none. */
export function pictureOf(upload: Upload): string | null {
  if (!upload.mediaType.startsWith('image/')) return null
  return upload.preview ?? (upload.state === 'there' ? fileUrl(upload.id, 'thumbnail') : null)
}

/** What is left of a list when the page goes; `''` when nothing is. */
export function packUploads(uploads: readonly Upload[]): string {
  const kept = uploads.flatMap((one) =>
    one.state === 'there' ? [{ id: one.id, name: one.name, mediaType: one.mediaType }] : [],
  )
  return kept.length === 0 ? '' : JSON.stringify(kept)
}

/** The list again; what is not one of ours is passed over. */
export function unpackUploads(text: string): Upload[] {
  const kept: unknown = parse(text)
  if (!Array.isArray(kept)) return []
  return kept
    .filter(isUploaded)
    .map(({ id, name, mediaType }) => ({ key: id, name, mediaType, preview: null, state: 'there', id }))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
