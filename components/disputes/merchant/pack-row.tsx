'use client'

import { FileText, Image as ImageIcon, type LucideIcon, MessageSquare, Package, Truck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'
import type { PackItem, PackKind } from '@/lib/after-sales/domain/evidence-pack'

/** `from`: the clause by which it is on record; null: it comes with the order. */
const LOOK: { readonly [K in PackKind]: { icon: LucideIcon; from: string | null; pictures: boolean } } = {
  SHIPMENT: { icon: Truck, from: null, pictures: false },
  CONVERSATION: { icon: MessageSquare, from: 'R6.2', pictures: false },
  INSPECTION: { icon: ImageIcon, from: 'R2.5', pictures: true },
  SENT_PHOTOS: { icon: ImageIcon, from: 'R6.2', pictures: true },
  ORDER: { icon: FileText, from: null, pictures: false },
  RETURN_SHIPMENT: { icon: Package, from: 'R2.3', pictures: false },
}

export type PackRowProps = {
  item: PackItem
  name: string
  detail: string
  ticked: boolean
  /** It went with an earlier submission. */
  given: boolean
  disabled: boolean
  onToggle: () => void
}

/** One thing that the case has to show: taken along, or not. */
export function PackRow({ item, name, detail, ticked, given, disabled, onToggle }: PackRowProps) {
  const t = useTranslations('dispute.pack')
  const id = useId()
  const { icon, from, pictures } = LOOK[item.kind]
  const tag = 'flex-none rounded-xs border border-line-strong px-0.75 text-2xs leading-[14px] text-ink-3'
  return (
    <li className="flex min-h-12 items-center gap-2.5 border-b border-line py-1">
      <Checkbox checked={ticked} disabled={disabled} id={id} onCheckedChange={onToggle} />
      <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-2.5" htmlFor={id}>
        <Icon as={icon} className="flex-none text-ink-3" />
        <span className="min-w-0 flex-1">
          <span className={`block ${ticked ? 'text-ink' : 'text-ink-2'}`}>
            {name}
            {given && <span className="ml-2 text-xs text-ink-3">{t('given')}</span>}
          </span>
          <span className="block truncate text-xs text-ink-3 max-md:whitespace-normal">{detail}</span>
        </span>
      </label>
      {item.matters && !ticked && !given && <span className={`${tag} max-md:hidden`}>{t('matters')}</span>}
      {from === null ? (
        <span className={`${tag} max-md:hidden`}>{t('order')}</span>
      ) : (
        <ClauseLink className="max-md:hidden" clause={from} />
      )}
      <span className="min-w-8 flex-none text-right text-xs whitespace-nowrap text-ink-3">
        {pictures ? t('pictures', { n: item.files }) : 'PDF'}
      </span>
    </li>
  )
}
