import { useTranslations } from 'next-intl'
import type { AddressInvalid, AddressRefused, AddressView } from '@/lib/shops/views'

/** Why an address was not added, changed or deleted, in words. Null: no answer came. */
export function useAddressProblem(
  addresses: readonly AddressView[],
): (outcome: AddressRefused | AddressInvalid | null) => string {
  const t = useTranslations('addresses.problems')
  return (outcome) => {
    if (outcome === null) return t('unanswered')
    if ('invalid' in outcome) return t('invalid')
    const { refusal } = outcome
    switch (refusal.code) {
      case 'addressKnown': {
        const known = addresses.find(({ id }) => id === refusal.id)
        return t(refusal.code, { address: known ? `${known.name}，${known.region} ${known.detail}` : '' })
      }
      case 'tooManyAddresses':
        return t(refusal.code, { max: refusal.max })
      case 'addressInUse':
        return t(refusal.code, { cases: refusal.cases })
      default:
        return t(refusal.code)
    }
  }
}
