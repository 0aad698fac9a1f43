'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { RoleStamp } from '@/components/after-sales/case/role-stamp'
import { Checkbox } from '@/components/ui/checkbox'
import type { Side } from '@/lib/after-sales/domain/after-sale'
import { PartyState } from './party-state'
import type { DisputeDesk } from './use-dispute-desk'
import type { RequestForm } from './use-request'

const ORDER: readonly Side[] = ['BUYER', 'MERCHANT']

/** Who is asked, with how far each is. A side that is still open gets the new time instead of its own. */
export function RequestSides({ desk: { view, dispute }, form }: { desk: DisputeDesk; form: RequestForm }) {
  const t = useTranslations('console.request')
  const id = useId()
  const replaced = form.sides.some((side) => dispute.evidence[side].open)
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-ink-2">{t('sides')}</legend>
      <div className="divide-y divide-line rounded-sm border border-line-control">
        {ORDER.map((side) => (
          <div className="flex items-center gap-2.5 px-2.5 py-1.5 max-md:py-2.5" key={side}>
            <Checkbox
              checked={form.sides.includes(side)}
              id={`${id}-${side}`}
              onCheckedChange={() => form.toggle(side)}
            />
            <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 text-ink" htmlFor={`${id}-${side}`}>
              <RoleStamp role={side === 'BUYER' ? 'BUYER' : 'AGENT'} />
              <span className="truncate">{side === 'BUYER' ? view.buyer.name : view.shop.name}</span>
            </label>
            <PartyState dispute={dispute} side={side} />
          </div>
        ))}
      </div>
      {replaced && <p className="mt-1.5 text-xs text-ink-3">{t('replaces')}</p>}
    </fieldset>
  )
}
