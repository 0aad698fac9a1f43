import type { Env } from '@/lib/env'
import { findWeakness } from '@/lib/secret-strength'

/** `name`: where it comes from. `user`: whose password it is. `shortest`: characters that it has at least. */
export type GivenSecret = { name: string; value: string; shortest: number; user?: string }

/** What we have made for us alone, and what other systems chose for us. */
const OWN = 32
const OTHERS = 12
/** Shorter ones would blot out half of a text, and hide nothing. */
const WORTH_HIDING = 8

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** All that the process was told and nobody else may know. */
export function listSecrets(env: Env): GivenSecret[] {
  return [
    ...own('AFTERDESK_SECRET', env.AFTERDESK_SECRET),
    ...own('AFTERDESK_PLATFORM_KEY', env.AFTERDESK_PLATFORM_KEY),
    ...own('AFTERDESK_PAYMENT_SECRET', env.AFTERDESK_PAYMENT_SECRET),
    ...chosenElsewhere('AFTERDESK_S3_SECRET_ACCESS_KEY', env.AFTERDESK_S3_SECRET_ACCESS_KEY),
    ...passwordIn('AFTERDESK_SMTP_URL', env.AFTERDESK_SMTP_URL),
    ...passwordIn('DATABASE_URL', env.DATABASE_URL),
    ...passwordIn('AFTERDESK_OWNER_URL', env.AFTERDESK_OWNER_URL),
  ]
}

/** What is to be hidden wherever it appears. */
export function givenSecrets(env: Env): string[] {
  return listSecrets(env).flatMap(({ value }) => (value.length >= WORTH_HIDING ? [value] : []))
}

/** What is wrong with the secrets of a process that does real work; a sentence for each, and none holds a secret. */
export function findWeakSecrets(env: Env): string[] {
  const secrets = listSecrets(env)
  const faults = secrets.flatMap(({ name, value, shortest, user }) => {
    const weakness = value === user ? 'is the name of its user' : findWeakness(value, shortest)
    return weakness === null ? [] : [`${nameOf(name)} ${weakness}: \`openssl rand -hex 32\` makes a better one.`]
  })
  for (const [n, { name, value }] of secrets.entries())
    for (const other of secrets.slice(n + 1))
      if (other.value === value)
        faults.push(`${nameOf(name)} and ${nameOf(other.name)} are the same: who knows one would know both.`)
  return faults
}

/** A sentence when people would send their passwords in the clear; nothing of an address by TLS or on this machine. */
export function findOpenAddress({ AFTERDESK_URL }: Env): string[] {
  if (AFTERDESK_URL === undefined) return []
  const { protocol, hostname } = new URL(AFTERDESK_URL)
  if (protocol === 'https:' || LOCAL.has(hostname)) return []
  return [
    'AFTERDESK_URL begins with http: passwords and sessions would travel in the clear. Let a proxy end TLS, and give its https address.',
  ]
}

const isPassword = (name: string) => name.endsWith('_URL')
const nameOf = (name: string) => (isPassword(name) ? `The password in ${name}` : name)
const own = (name: string, value: string | undefined) => (value ? [{ name, value, shortest: OWN }] : [])
const chosenElsewhere = (name: string, value: string | undefined) => (value ? [{ name, value, shortest: OTHERS }] : [])

function passwordIn(name: string, address: string | undefined): GivenSecret[] {
  if (address === undefined || !URL.canParse(address)) return []
  const { username, password } = new URL(address)
  return password === '' ? [] : [{ name, value: decode(password), shortest: OTHERS, user: decode(username) }]
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
