'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { OptionRow } from './option-row'
import type { Group } from './options'

export const optionId = (listId: string, at: number) => `${listId}-${at}`

export type OptionListProps = {
  id: string
  groups: readonly Group[]
  active: number
  onPoint: (at: number) => void
  onChoose: (at: number) => void
}

/** The options under the names of their groups; what the keys go to is scrolled to. */
export function OptionList({ id, groups, active, onPoint, onChoose }: OptionListProps) {
  const t = useTranslations('shell.palette')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // with the first one, the name of its group
    if (active === 0) list.current?.scrollTo({ top: 0 })
    else document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' })
  }, [active, id])
  let at = 0
  return (
    <div
      aria-label={t('title')}
      className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overflow-x-hidden pb-2"
      id={id}
      ref={list}
      role="listbox"
      tabIndex={-1}
    >
      {groups.map(({ name, options, note }) => (
        // biome-ignore lint/a11y/useSemanticElements: a list of options holds groups, and no fieldsets
        <div aria-labelledby={`${id}-${name}`} key={name} role="group">
          <div className="px-4 pt-3 pb-1 text-xs text-ink-3 first:pt-2" id={`${id}-${name}`} role="presentation">
            {t(`groups.${name}`)}
            {note && <span className="ml-2">{note}</span>}
          </div>
          {options.map((option) => {
            const here = at++
            return (
              <OptionRow
                active={here === active}
                id={optionId(id, here)}
                key={option.id}
                onChoose={() => onChoose(here)}
                onPoint={() => onPoint(here)}
                option={option}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}
