'use client'

import { Text } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Input } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { RejectionReason } from '@/lib/after-sales/domain/after-sale'
import { type Template, useTemplates } from './use-templates'

export type TemplatesProps = {
  reason: RejectionReason | undefined
  onChoose: (reason: RejectionReason, text: string) => void
  /** After one was chosen and the list is gone: the focus is free. */
  onChosen: () => void
}

/** Texts that are there already, those of the chosen reason first. */
export function Templates({ reason, onChoose, onChosen }: TemplatesProps) {
  const t = useTranslations('reject.templates')
  const words = useTranslations('words.rejectionReason')
  const [open, setOpen] = useState(false)
  const [filter, setFilter] = useState('')
  const chosen = useRef(false)
  const found = useTemplates(reason, filter)
  const choose = (template: Template) => {
    chosen.current = true
    setOpen(false)
    setFilter('')
    onChoose(template.reason, template.text)
  }
  const onCloseAutoFocus = (event: Event) => {
    if (!chosen.current) return
    chosen.current = false
    event.preventDefault()
    onChosen()
  }
  return (
    <Popover modal onOpenChange={setOpen} open={open}>
      <PopoverTrigger asChild>
        <Button size="lg">
          <Icon as={Text} small />
          {t('open')}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t('open')} className="w-96 p-2!" onCloseAutoFocus={onCloseAutoFocus}>
        <Input
          aria-label={t('filter')}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && found[0] && choose(found[0])}
          placeholder={t('filter')}
          value={filter}
        />
        <ul className="mt-1">
          {found.map((template) => (
            <li key={template.key}>
              <button
                className="block w-full rounded-sm px-2 py-1.5 text-left hover:bg-inset focus-visible:-outline-offset-2"
                onClick={() => choose(template)}
                type="button"
              >
                <span className="flex items-baseline gap-2">
                  <span className="text-ink">{template.title}</span>
                  <span className="ml-auto text-xs text-ink-3">{words(template.reason)}</span>
                </span>
                <span className="line-clamp-2 text-xs text-ink-3">{template.text}</span>
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="px-2 py-1.5 text-xs text-ink-3">{t('none')}</p>}
      </PopoverContent>
    </Popover>
  )
}
