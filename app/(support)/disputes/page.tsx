import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PickFirst } from '@/components/disputes/console/pick-first'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('console'))('title') }
}

export default function DisputesPage() {
  return <PickFirst />
}
