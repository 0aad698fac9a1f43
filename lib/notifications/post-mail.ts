import { createTransport } from 'nodemailer'
import { env } from '@/lib/env'
import type { MailPolicy } from './mail-policy'

export type Mail = {
  /** Stands in the Message-ID: a second copy can be told for one. */
  id: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** Of the text. */
  language: string
}

/** `REFUSED`: trying again is useless. `error`: what the server said, without anything that opens a door. */
export type MailOutcome =
  | { kind: 'TAKEN' }
  | { kind: 'REFUSED'; error: string }
  | { kind: 'FAILED'; error: string }
  | { kind: 'BROKEN_OFF' }

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** One e-mail over a connection of its own. */
export async function postMail(
  { id, to, subject, text, html, language }: Mail,
  { policy, signal }: { policy: MailPolicy; signal?: AbortSignal | undefined },
): Promise<MailOutcome> {
  const { AFTERDESK_SMTP_URL, AFTERDESK_MAIL_FROM, AFTERDESK_URL } = env()
  if (!AFTERDESK_SMTP_URL || !AFTERDESK_MAIL_FROM || !AFTERDESK_URL) throw new Error('e-mail is not configured')
  if (signal?.aborted) return { kind: 'BROKEN_OFF' }
  const transport = createTransport({ ...serverOf(AFTERDESK_SMTP_URL), ...limitsOf(policy) })
  let breakOff = () => {}
  const brokenOff = new Promise<MailOutcome>((resolve) => {
    breakOff = () => resolve({ kind: 'BROKEN_OFF' })
  })
  signal?.addEventListener('abort', breakOff)
  const sent = transport
    .sendMail({
      from: AFTERDESK_MAIL_FROM,
      to,
      subject,
      text,
      html,
      messageId: `<${id}@${new URL(AFTERDESK_URL).hostname}>`,
      // nobody's holiday notice comes back, and mail programs know the language
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': language },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    .then((): MailOutcome => ({ kind: 'TAKEN' }), judge)
  const outcome = await Promise.race([sent, brokenOff])
  signal?.removeEventListener('abort', breakOff)
  transport.close()
  return outcome
}

/** Name and password go over TLS, and in the clear to this machine only. */
function serverOf(address: string) {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  const { hostname: host, username, password } = url
  const auth = username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && username !== '' && !LOOPBACK.has(host),
    ...auth,
  }
}

function limitsOf({ connectMs, answerMs }: MailPolicy) {
  return { connectionTimeout: connectMs, greetingTimeout: connectMs, dnsTimeout: connectMs, socketTimeout: answerMs }
}

/** A 5xx about this person or this letter is for good; whatever concerns the server itself may be mended. */
function judge(error: unknown): MailOutcome {
  const { code, responseCode, response, message }: Record<string, unknown> = Object(error)
  const said = String(response ?? message ?? error).slice(0, 300)
  const final = typeof responseCode === 'number' && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return { kind: final ? 'REFUSED' : 'FAILED', error: `${String(code ?? 'error')}: ${said}` }
}
