import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Application } from '@/components/after-sales/case/application'
import { BuyerFacts } from '@/components/after-sales/case/buyer-facts'
import { CasePane } from '@/components/after-sales/case/case-pane'
import { GoodsStrip } from '@/components/after-sales/case/goods-strip'
import { OrderFacts } from '@/components/after-sales/case/order-facts'
import { Timeline } from '@/components/after-sales/case/timeline'
import { RefundError } from '@/components/refunds/refund-error'
import { loadCase } from '@/lib/after-sales/case-queries'
import { findShopOf } from '@/lib/after-sales/queries'
import { merchantScope, requireMember } from '@/lib/auth/gate'

type Props = { params: Promise<{ no: string }> }

const readCase = cache(async (no: string) => {
  const viewer = await requireMember()
  // also of another of the viewer's shops than the one the list shows, in the role that he has there
  const shopId = await findShopOf(merchantScope(viewer), no)
  const membership = viewer.memberships.find((one) => one.shopId === shopId)
  return membership ? loadCase({ kind: 'SHOPS', shopIds: [membership.shopId] }, membership.role, no) : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ no }, t, words] = await Promise.all([params, getTranslations('case'), getTranslations('words.type')])
  const view = await readCase(no)
  return { title: view ? t('title', { no, type: words(view.type) }) : t('missing.title') }
}

/** One case, beside the list that it came from. */
export default async function CasePage({ params }: Props) {
  const view = await readCase((await params).no)
  if (!view) notFound()
  const error = view.refund?.lastError ?? null
  return (
    <CasePane
      application={<Application view={view} />}
      facts={
        <>
          <OrderFacts view={view} />
          <BuyerFacts view={view} />
        </>
      }
      goods={<GoodsStrip view={view} />}
      key={view.no}
      refundError={error && <RefundError error={error} />}
      timeline={<Timeline view={view} />}
      view={view}
    />
  )
}
