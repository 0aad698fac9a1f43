import type { Messages } from 'next-intl'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type Reason = keyof Messages['refunds']['reasons']

/** Why the gateway did not pay: in our words where the reason is one of ours, else in its own. */
export function RefundError({ error }: { error: string | null }): ReactNode {
  const t = useTranslations('refunds')
  if (error === null) return t('noError')
  const [code = '', status = ''] = error.split(':', 2)
  return t.has(`reasons.${code as Reason}`) ? t(`reasons.${code as Reason}`, { status }) : error
}
