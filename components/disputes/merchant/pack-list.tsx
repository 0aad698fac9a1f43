'use client'

import { CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDesk } from '@/components/after-sales/case/desk'
import { Icon } from '@/components/ui/icon'
import type { PackItem } from '@/lib/after-sales/domain/evidence-pack'
import type { CaseView } from '@/lib/after-sales/views'
import type { PartyView } from '@/lib/disputes/views'
import { PackRow } from './pack-row'
import type { ChosenPack } from './use-pack'
import { usePackWords } from './use-pack-words'

export type PackListProps = { pack: ChosenPack; view: CaseView; mine: PartyView }

/** What the case has to show, ticked or not, and what will be looked for and is not there. */
export function PackList({ pack, view, mine }: PackListProps) {
  const t = useTranslations('dispute.pack')
  const { deciding } = useDesk()
  const wordsOf = usePackWords(view)
  const wasGiven = useGiven(mine)
  return (
    <ul aria-label={t('title')}>
      {pack.items.map((item) => (
        <PackRow
          disabled={deciding}
          given={wasGiven(item)}
          item={item}
          key={item.kind}
          onToggle={() => pack.toggle(item.kind)}
          ticked={pack.ticked.has(item.kind)}
          {...wordsOf(item)}
        />
      ))}
      {pack.missing.map((kind) => (
        <li className="flex min-h-10 items-center gap-2.5 border-b border-line py-1 text-xs text-ink-3" key={kind}>
          <Icon as={CircleDashed} className="flex-none" small />
          <span className="min-w-0 flex-1">{t(`missing.${kind}`)}</span>
          <span className="flex-none text-warn">{t('lacking')}</span>
        </li>
      ))}
    </ul>
  )
}

/** By what it is called: a record keeps its name in every submission, whatever has been added to it since. */
function useGiven({ submissions }: PartyView): (item: PackItem) => boolean {
  const t = useTranslations('dispute.paper')
  const names = new Set(submissions.flatMap(({ attachments }) => attachments.map(({ name }) => name)))
  return ({ kind }) => {
    switch (kind) {
      case 'ORDER':
        return names.has(`${t('order.title')}.pdf`)
      case 'SHIPMENT':
        return names.has(`${t('shipment.title')}.pdf`)
      case 'RETURN_SHIPMENT':
        return names.has(`${t('return.title')}.pdf`)
      case 'CONVERSATION':
        return names.has(`${t('talk.title')}.pdf`)
      case 'INSPECTION':
      case 'SENT_PHOTOS':
        return false
    }
  }
}
