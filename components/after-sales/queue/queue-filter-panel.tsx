'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { MarkFields } from '@/components/marks/mark-fields'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { Select } from '@/components/ui/select'
import { AFTER_SALE_TYPES, APPLICATION_REASONS } from '@/lib/after-sales/domain/after-sale'
import { withQueueParams } from '@/lib/after-sales/params'

const ANY = 'ANY'
const HOURS = ['1', '6', '24', '48'] as const

export type QueueFilterPanelProps = { button: ReactNode; foot: ReactNode; shopId: string }

/**
 * Type, reason, amount, time left and what colleagues put on a case; what is chosen stands in the URL. Open from the
 * start, under `button`.
 */
export default function QueueFilterPanel({ button, foot, shopId }: QueueFilterPanelProps) {
  const t = useTranslations('queue')
  const [open, setOpen] = useState(true)
  return (
    <Popover onOpenChange={setOpen} open={open}>
      <PopoverTrigger asChild>{button}</PopoverTrigger>
      <PopoverContent align="end" aria-label={t('filter')}>
        <FilterForm close={() => setOpen(false)} shopId={shopId} />
        {foot}
      </PopoverContent>
    </Popover>
  )
}

const CLEAR = { type: ANY, reason: ANY, within: ANY, assignee: ANY, flag: ANY, min: '', max: '' }
type Draft = typeof CLEAR

function FilterForm({ close, shopId }: { close: () => void; shopId: string }) {
  const t = useTranslations('queue.filters')
  const words = useTranslations('words')
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  const [draft, setDraft] = useState<Draft>({
    type: params.get('type') ?? ANY,
    reason: params.get('reason') ?? ANY,
    within: params.get('within') ?? ANY,
    assignee: params.get('assignee') ?? ANY,
    flag: params.get('flag') ?? ANY,
    min: params.get('min') ?? '',
    max: params.get('max') ?? '',
  })
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const wrong = { min: amountFault(draft.min), max: amountFault(draft.max) }

  const apply = (next: Draft) => {
    const changes = Object.fromEntries(
      Object.entries(next).map(([name, value]) => [name, value === ANY ? null : value.trim()]),
    )
    router.push(`${pathname}${withQueueParams(new URLSearchParams(params), { ...changes, hour: null })}`, {
      scroll: false,
    })
    close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wrong.min && !wrong.max) apply(draft)
  }
  const any = { value: ANY, label: t('any') }

  return (
    <form className="grid gap-3" onSubmit={submit}>
      <Field label={t('type')}>
        {(control) => (
          <Select
            {...control}
            onValueChange={(type) => set({ type })}
            options={[any, ...AFTER_SALE_TYPES.map((value) => ({ value, label: words(`type.${value}`) }))]}
            value={draft.type}
          />
        )}
      </Field>
      <Field label={t('reason')}>
        {(control) => (
          <Select
            {...control}
            onValueChange={(reason) => set({ reason })}
            options={[any, ...APPLICATION_REASONS.map((value) => ({ value, label: words(`reason.${value}`) }))]}
            value={draft.reason}
          />
        )}
      </Field>
      <Field label={t('within')}>
        {(control) => (
          <Select
            {...control}
            onValueChange={(within) => set({ within })}
            options={[any, ...HOURS.map((value) => ({ value, label: t('hours', { n: value }) }))]}
            value={draft.within}
          />
        )}
      </Field>
      <MarkFields any={any} assignee={draft.assignee} flag={draft.flag} onChange={set} shopId={shopId} />
      <div className="grid grid-cols-2 gap-2">
        {(['min', 'max'] as const).map((end) => (
          <Field error={wrong[end] && t('amountFault')} key={end} label={t(end)}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                onChange={(event) => set({ [end]: event.target.value })}
                placeholder="0.00"
                value={draft[end]}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={() => apply(CLEAR)} variant="bare">
          {t('clear')}
        </Button>
        <Button type="submit" variant="primary">
          {t('apply')}
        </Button>
      </div>
    </form>
  )
}

/** Yuan with at most two decimals, or nothing. */
function amountFault(text: string): boolean {
  return text.trim() !== '' && !/^\d{1,8}(\.\d{1,2})?$/.test(text.trim())
}
