'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { MarkFault } from './use-marking'

export type PickerProps = {
  button: ReactNode
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Where the focus goes when it closes. */
  onCloseAutoFocus: (event: Event) => void
}

/** What hangs below one of the case's marks; a mark that did not get there says so in it. */
export function Picker(props: PickerProps & { label: string; fault: MarkFault | null; children: ReactNode }) {
  const { button, open, onOpenChange, onCloseAutoFocus, label, fault, children } = props
  const t = useTranslations('marks')
  return (
    <Popover onOpenChange={onOpenChange} open={open}>
      <PopoverTrigger asChild>{button}</PopoverTrigger>
      <PopoverContent
        align="end"
        aria-label={label}
        className="max-h-[min(360px,var(--radix-popover-content-available-height))]! w-56 p-1!"
        onCloseAutoFocus={onCloseAutoFocus}
        // the list takes it by itself, once it is there
        onOpenAutoFocus={(event) => event.preventDefault()}
      >
        {children}
        {fault && (
          <p className="px-2 py-1.5 text-xs text-danger" role="alert">
            {t(`faults.${fault}`)}
          </p>
        )}
      </PopoverContent>
    </Popover>
  )
}
