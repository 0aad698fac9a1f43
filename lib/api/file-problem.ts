import { UPLOAD_FAULT_STATUS, type UploadFault } from '@/lib/files/upload-fault'
import type { UploadFaultCode } from '@/lib/files/views'
import type { Answer } from './answer'
import { invalidField, problem } from './problem'

const DETAILS: { readonly [C in UploadFaultCode]: string } = {
  notMultipart: 'A file is sent as `multipart/form-data`, not compressed, its one part named `file`.',
  malformedMultipart: 'The body is not whole `multipart/form-data`.',
  fileRequired: 'must be a file, with a file name',
  unknownField: 'is not a part of this request',
  fileRepeated: 'is sent once',
  fileEmpty: 'must not be empty',
  fileTooLarge: 'A file has at most 10 MB (10,485,760 bytes).',
  unsupportedMediaType: 'A file is a JPEG, PNG or WebP image or a PDF, by its content.',
  imageTooLarge: 'An image has at most 50 million pixels.',
  imageUnreadable: 'The image is broken or cut short.',
  pdfUnreadable: 'The document is broken, or encrypted.',
}

/** Why a file was not taken. */
export function problemOfUpload({ code, path = 'file' }: UploadFault): Answer<never> {
  const detail = DETAILS[code]
  const status = UPLOAD_FAULT_STATUS[code]
  switch (code) {
    case 'notMultipart':
      return problem(status, 'unsupportedMediaType', { detail })
    case 'malformedMultipart':
    case 'fileTooLarge':
    case 'unsupportedMediaType':
      return problem(status, code, { detail })
    case 'imageTooLarge':
    case 'imageUnreadable':
    case 'pdfUnreadable':
      return problem(status, code, { detail, errors: [{ path, code, message: detail }] })
    case 'fileRequired':
      return invalidField(path, 'required', detail)
    default:
      return invalidField(path.slice(0, 200), code, detail)
  }
}
