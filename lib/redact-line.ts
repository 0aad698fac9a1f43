import { isIP } from 'node:net'
import { redactText } from '@/lib/redact-text'

/** Named so, it opens something. */
const OPENS =
  /^(?:key|cookie|set-cookie|authorization|auth|otp)$|password|passwd|secret|token|api[-_]?key|credential|signature$/i
/** Named so, it says who or where somebody is; `detail` and `where` are also PostgreSQL's, with the values of rows. */
const PERSONAL =
  /^(?:phone|mobile|tel|telephone|email|mail|address|region|detail|where|recipient|receiver|contact|buyer|buyer_?name|recipient_?name|display_?name|return_?address|internalQuery|parameters)$/i
/** What lies beside a name tells that it is a person's. */
const OF_A_PERSON = /^(?:phone|mobile|email|address|region)$/i

const HIDDEN = '[redacted]'

/**
 * A line of the log without what opens a door and without what tells who somebody is, by name and by look, at any depth.
 * `secrets`: what this process was told, which has no look. It stays one line of JSON.
 */
export function redactLine(line: string, secrets: readonly string[]): string {
  const cleanText = (text: string) => redactText(hideSecrets(text, secrets))
  try {
    return `${JSON.stringify(clean(JSON.parse(line), cleanText))}\n`
  } catch {
    return cleanText(line)
  }
}

/** As they stand, and as they stand in an address or in JSON within a text. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  return forms.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text)
}

function clean(value: unknown, cleanText: (text: string) => string): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map((one) => clean(one, cleanText))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const isPerson = entries.some(([name, one]) => OF_A_PERSON.test(name) && isTold(one))
  return Object.fromEntries(
    entries.map(([name, one]) => [cleanText(name), isHidden(name, one, isPerson) ? HIDDEN : clean(one, cleanText)]),
  )
}

function isHidden(name: string, value: unknown, isPerson: boolean): boolean {
  if (!isTold(value)) return false
  return OPENS.test(name) || PERSONAL.test(name) || (isPerson && name === 'name')
}

/** Nothing is told by what is not there, by a yes or no, or by the address of a machine. */
function isTold(value: unknown): boolean {
  if (typeof value === 'string') return value !== '' && isIP(value) === 0
  return value !== null && value !== undefined && typeof value !== 'boolean'
}
