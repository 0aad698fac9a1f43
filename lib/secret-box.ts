import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { sessionSecret } from '@/lib/secret'

/**
 * For secrets that have to be read again and must not be found in the database or a backup of it: AES-256-GCM, with a key
 * drawn from the secret that all processes share (lib/secret.ts). Another secret opens nothing of what was sealed before.
 */

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/** `context` says what the text belongs to, such as a row's key: put elsewhere, it does not open. */
export function seal(text: string, context: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', drawKey(), iv).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** The text; null when it was sealed with another secret or for another context, or was changed. */
export function open(sealed: string, context: string): string | null {
  const [version, encoded = ''] = sealed.split('.')
  const bytes = Buffer.from(encoded, 'base64url')
  if (version !== VERSION || bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', drawKey(), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

let drawn: { from: string; key: Buffer } | null = null

function drawKey(): Buffer {
  const from = sessionSecret()
  if (drawn?.from !== from)
    drawn = { from, key: Buffer.from(hkdfSync('sha256', from, '', 'afterdesk secret box v1', 32)) }
  return drawn.key
}
