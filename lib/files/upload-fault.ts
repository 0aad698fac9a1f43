import type { UploadFaultCode } from './views'

/** An expected no to an upload. `path`: the part that is at fault, as its sender called it. */
export type UploadFault = { code: UploadFaultCode; path?: string }

/** The HTTP status of each. */
export const UPLOAD_FAULT_STATUS: { readonly [C in UploadFaultCode]: 400 | 413 | 415 | 422 } = {
  notMultipart: 415,
  malformedMultipart: 400,
  fileRequired: 422,
  unknownField: 422,
  fileRepeated: 422,
  fileEmpty: 422,
  fileTooLarge: 413,
  unsupportedMediaType: 415,
  imageTooLarge: 422,
  imageUnreadable: 422,
  pdfUnreadable: 422,
}

export type Uploaded<T> = { ok: true; value: T } | { ok: false; fault: UploadFault }

export function refuseUpload(code: UploadFaultCode, path?: string): { ok: false; fault: UploadFault } {
  return { ok: false, fault: path === undefined ? { code } : { code, path } }
}
