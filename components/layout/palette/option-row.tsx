'use client'

import { cx } from 'class-variance-authority'
import { Lock, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAmountText } from '@/components/after-sales/use-amount-text'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import type { Option } from './options'
import type { Found } from './recent'

export type OptionRowProps = {
  option: Option
  id: string
  active: boolean
  onPoint: () => void
  onChoose: () => void
}

/** One line of the palette. The field has the focus and the keys; the pointer may go along the lines as well. */
export function OptionRow({ option, id, active, onPoint, onChoose }: OptionRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      aria-disabled={option.run === null || undefined}
      aria-selected={active}
      className={cx(
        'flex min-h-11 items-center gap-2.5 px-4 py-1.5 md:min-h-9 md:py-1',
        active && 'bg-accent-tint shadow-[inset_2px_0_var(--color-accent)]',
        option.run === null ? 'cursor-not-allowed text-ink-3' : 'cursor-pointer text-ink',
      )}
      id={id}
      onClick={onChoose}
      // the field keeps the cursor
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={active ? undefined : onPoint}
      role="option"
      tabIndex={-1}
    >
      <Content option={option} />
    </div>
  )
}

function Content({ option }: { option: Option }) {
  if (option.kind === 'case') return <CaseLine found={option.found} where={option.where} />
  if (option.kind === 'place')
    return (
      <>
        {option.id === 'search' && <Icon as={Search} className="flex-none text-ink-3" small />}
        <span className="min-w-0 truncate">{option.label}</span>
        {option.hint && <End>{option.hint}</End>}
      </>
    )
  const { act, run } = option
  return (
    <>
      {run === null && <Icon as={Lock} className="flex-none" small />}
      <span className="flex-none truncate max-md:shrink">{act.label}</span>
      {act.whyNot && <span className="min-w-0 flex-1 truncate text-xs text-ink-3">{act.whyNot}</span>}
      {act.keys && run && <Kbd className="ml-auto text-ink-2 max-md:hidden">{act.keys}</Kbd>}
    </>
  )
}

function CaseLine({ found, where }: { found: Found; where: string | undefined }) {
  const words = useTranslations('words.rowType')
  const amountText = useAmountText()
  return (
    <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 md:grid-cols-[minmax(0,1fr)_auto_88px]">
      <span className="min-w-0 truncate">
        <span className="mr-2 font-medium">{words(found.type)}</span>
        {found.title}
        <span className="text-ink-3"> · {where ?? found.buyerName}</span>
      </span>
      <span className="text-xs text-ink-3 max-md:col-start-1 max-md:row-start-2">{found.no}</span>
      <span className="text-right whitespace-nowrap max-md:col-start-2 max-md:row-start-1">{amountText(found)}</span>
    </span>
  )
}

function End({ children }: { children: ReactNode }) {
  return <span className="ml-auto flex-none text-xs text-ink-3">{children}</span>
}
