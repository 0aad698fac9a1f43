import type { UploadedFile, UploadFaultCode } from '@/lib/files/views'
import { UPLOAD_FAULTS } from '@/lib/files/views'

/** Why a file is not at the server. `unreachable`: it did not get there. */
export type UploadFault = UploadFaultCode | (typeof OWN_FAULTS)[number]
export type UploadOutcome = { ok: true; file: UploadedFile } | { ok: false; fault: UploadFault }

const OWN_FAULTS = ['unauthenticated', 'crossOrigin', 'internalError', 'unreachable'] as const
const FAULTS: readonly string[] = [...UPLOAD_FAULTS, ...OWN_FAULTS]

export type UploadOptions = {
  /** Whose cases it is for. */
  shopId: string
  signal: AbortSignal
  /** How much has gone out, 0 to 1. */
  onProgress: (sent: number) => void
}

/** Sends one file to the desk; null when it was called off. `fetch` does not tell how far it has come, so not by it. */
export function uploadFile(file: File, { shopId, signal, onProgress }: UploadOptions): Promise<UploadOutcome | null> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(null)
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total)
    request.onload = () => resolve(outcomeOf(request.status, request.responseText))
    request.onerror = () => resolve({ ok: false, fault: 'unreachable' })
    request.onabort = () => resolve(null)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', `/api/desk/files?shop=${encodeURIComponent(shopId)}`)
    request.send(form)
  })
}

/** What an answer means; one that is not the desk's comes from something between, a proxy for instance. */
export function outcomeOf(status: number, body: string): UploadOutcome {
  const answer = parse(body)
  if (status === 201 && isUploaded(answer)) return { ok: true, file: answer }
  const code = isRecord(answer) ? answer.code : undefined
  if (isFault(code)) return { ok: false, fault: code }
  if (status === 413) return { ok: false, fault: 'fileTooLarge' }
  return { ok: false, fault: status >= 502 && status <= 504 ? 'unreachable' : 'internalError' }
}

export function isUploaded(value: unknown): value is UploadedFile {
  return (
    isRecord(value) && typeof value.id === 'string' && typeof value.name === 'string' && isMediaType(value.mediaType)
  )
}

function isMediaType(value: unknown): boolean {
  return typeof value === 'string' && /^(image|application)\/[a-z]+$/.test(value)
}

function isFault(value: unknown): value is UploadFault {
  return typeof value === 'string' && FAULTS.includes(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
