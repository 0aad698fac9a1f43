import { useTranslations } from 'next-intl'
import { Stamp, type StampProps } from '@/components/ui/stamp'
import type { ActorRole } from '@/lib/after-sales/domain/after-sale'

const PARTIES: { readonly [R in ActorRole]: StampProps['party'] } = {
  BUYER: 'buyer',
  AGENT: 'merchant',
  MANAGER: 'merchant',
  SUPPORT: 'platform',
  SYSTEM: 'system',
}

type Look = { upcoming?: boolean; className?: string }

/** The stamp of who acted. */
export function RoleStamp({ role, ...look }: Look & { role: ActorRole }) {
  return <PartyStamp of={role} {...look} />
}

/** The party's stamp. */
export function PartyStamp({ of, upcoming, className }: Look & { of: ActorRole }) {
  const words = useTranslations('words')
  return (
    <Stamp
      className={className}
      label={words(`role.${of}`)}
      letter={words(`stamp.${of}`)}
      party={PARTIES[of]}
      upcoming={upcoming}
    />
  )
}
