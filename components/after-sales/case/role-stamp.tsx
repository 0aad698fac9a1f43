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

/** The party's stamp. */
export function RoleStamp({ role, upcoming, className }: { role: ActorRole; upcoming?: boolean; className?: string }) {
  const words = useTranslations('words')
  return (
    <Stamp
      className={className}
      label={words(`role.${role}`)}
      letter={words(`stamp.${role}`)}
      party={PARTIES[role]}
      upcoming={upcoming}
    />
  )
}
