import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PickFirst } from '@/components/after-sales/queue/pick-first'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('queue'))('title') }
}

export default function CasesPage() {
  return <PickFirst />
}
