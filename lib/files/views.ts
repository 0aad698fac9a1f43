/** What screens and the browser know of files. */

/** What a file may be, by its content. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** A file has at most so many bytes as it is sent. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** A file of a case. `width` and `height` in pixels, as it is shown; null for a PDF. */
export type AttachmentView = {
  id: string
  mediaType: MediaType
  /** What its sender called it: for showing only. */
  name: string
  width: number | null
  height: number | null
}

/** What the desk is told of a file that it sent. */
export type UploadedFile = { id: string; mediaType: MediaType; bytes: number; name: string }

/** Why a file was not taken. */
export const UPLOAD_FAULTS = [
  'notMultipart',
  'malformedMultipart',
  'fileRequired',
  'unknownField',
  'fileRepeated',
  'fileEmpty',
  'fileTooLarge',
  'unsupportedMediaType',
  'imageTooLarge',
  'imageUnreadable',
  'pdfUnreadable',
] as const
export type UploadFaultCode = (typeof UPLOAD_FAULTS)[number]

/** The bytes of a file, for who may see it; `thumbnail`: a small WebP, of images only. */
export function fileUrl(id: string, size?: 'thumbnail'): string {
  return `/api/desk/files/${encodeURIComponent(id)}${size ? '?size=thumbnail' : ''}`
}
