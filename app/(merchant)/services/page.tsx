import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Board } from '@/components/services/board'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('title') }
}

export default function ServicesPage() {
  return <Board />
}
