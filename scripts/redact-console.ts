import { format } from 'node:util'
import { env } from '@/lib/env'
import { givenSecrets } from '@/lib/given-secrets'
import { hideSecrets } from '@/lib/redact-line'
import { redactText } from '@/lib/redact-text'

/** From here on what others complain of, Next.js above all, shows no more than the log does. Needs a sound environment. */
export function redactConsole(): void {
  const secrets = givenSecrets(env())
  for (const way of ['error', 'warn'] as const) {
    const write = console[way].bind(console)
    console[way] = (...said: unknown[]) => write(redactText(hideSecrets(format(...said), secrets)))
  }
}
