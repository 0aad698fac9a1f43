import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CaseFacts } from '@/components/disputes/console/case-facts'
import { DisputePane } from '@/components/disputes/console/dispute-pane'
import { loadCase } from '@/lib/after-sales/case-queries'
import { requireSupport } from '@/lib/auth/gate'
import { identifier } from '@/lib/text'

type Props = { params: Promise<{ no: string }> }

const readDispute = cache(async (no: string) => {
  const viewer = await requireSupport()
  // an address may hold anything
  if (!identifier().safeParse(no).success) return null
  const view = await loadCase({ kind: 'PLATFORM' }, 'SUPPORT', no)
  return view?.dispute ? { view, dispute: view.dispute, me: viewer.userId } : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ no }, t] = await Promise.all([params, getTranslations('console')])
  return { title: (await readDispute(no)) ? t('label', { no }) : t('gone.title') }
}

/** One dispute, of whichever shop, beside the list that it came from. */
export default async function DisputePage({ params }: Props) {
  const found = await readDispute((await params).no)
  if (!found) notFound()
  const { view } = found
  return <DisputePane {...found} facts={<CaseFacts view={view} />} key={view.no} />
}
