'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { countText } from '@/components/list/count-text'
import { BoxMark } from '@/components/ui/box-mark'
import { COUNT_LIMIT } from '@/lib/after-sales/views'
import { countOf, isNothing } from './selection'
import { beginChoosing, letGo, pickLoaded, useSelecting } from './selection-store'

/** Over the boxes of the rows: all that are loaded, or none. On a phone it comes with them. */
export function HeadBox() {
  const t = useTranslations('bulk.head')
  const id = useId()
  const { rows, selection, choosing } = useSelecting()
  const any = !isNothing(selection)
  const whole = selection.all ? selection.except.size === 0 : rows.every(({ no }) => selection.picked.has(no))
  const checked = any && (whole || 'some')
  return (
    <label
      className={`relative -mx-1.25 size-6 flex-none cursor-pointer place-items-center rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-focus md:grid ${any || choosing ? 'grid' : 'hidden'}`}
      htmlFor={id}
    >
      <input
        aria-label={t('all')}
        checked={checked === true}
        className="absolute inset-0 cursor-pointer opacity-0"
        disabled={rows.length === 0}
        id={id}
        onChange={checked === true ? letGo : pickLoaded}
        ref={(box) => {
          if (box) box.indeterminate = checked === 'some'
        }}
        type="checkbox"
      />
      <BoxMark checked={checked} />
    </label>
  )
}

/** How many of how many (`total`: undefined while nobody has counted); says so when that changes. */
export function PickedCount({ total }: { total: number | undefined }) {
  const t = useTranslations('bulk.head')
  const { selection } = useSelecting()
  const any = !isNothing(selection)
  const count = countOf(selection, total) ?? 'ALL'
  return (
    <>
      <span className="sr-only" role="status">
        {any && t('say', { count })}
      </span>
      {any && (
        <span className="whitespace-nowrap text-ink">
          {t('picked', { count, total: countText(total ?? COUNT_LIMIT) })}
        </span>
      )}
    </>
  )
}

/** On a phone, where there are no boxes before somebody wants to select. */
export function ChooseButton() {
  const t = useTranslations('bulk.head')
  const common = useTranslations('common')
  const { selection, choosing } = useSelecting()
  if (!isNothing(selection)) return null
  return (
    <button
      className="-my-1 h-8 rounded-sm px-1.5 text-sm text-accent-ink md:hidden"
      onClick={choosing ? letGo : beginChoosing}
      type="button"
    >
      {choosing ? common('cancel') : t('choose')}
    </button>
  )
}
