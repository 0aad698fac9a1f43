import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PickDispute } from '@/components/disputes/merchant/list/pick-dispute'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dispute.list'))('title') }
}

export default function ShopDisputesPage() {
  return <PickDispute />
}
