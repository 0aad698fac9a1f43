import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Conditions } from '@/components/settings/instant-refund/conditions'
import { ReplaySection } from '@/components/settings/instant-refund/replay-section'
import { Running } from '@/components/settings/instant-refund/running'
import { SwitchDesk } from '@/components/settings/instant-refund/switch-desk'
import { requireManager } from '@/lib/auth/gate'
import { loadInstantRefund } from '@/lib/instant-refund/queries'
import type { Replay } from '@/lib/instant-refund/views'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('instantRefund'))('title') }
}

/** R5.1 The shop's switch, beside what it would have done: for its managers. */
export default async function InstantRefundPage() {
  const { current } = await requireManager()
  const page = await loadInstantRefund(current.shopId)
  const { shopId, since, conditions, replay } = page
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'settings', 'words', 'instantRefund']}>
      <SwitchDesk conditions={conditions} on={since !== null} replay={summaryOf(replay)} shopId={shopId}>
        <div>
          <Conditions conditions={conditions} />
          <Running page={page} />
        </div>
        <ReplaySection history={page.history} now={page.now} replay={replay} shopId={page.shopId} />
      </SwitchDesk>
    </ClientMessages>
  )
}

/** What whoever switches is told; the cases themselves need not travel twice. */
function summaryOf({ from, until, fitting, amountFen, currency, fates }: Replay) {
  return { from, until, fitting, amountFen, currency, fates }
}
