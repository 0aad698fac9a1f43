'use client'

import { useTranslations } from 'next-intl'
import { Sheet } from '@/components/ui/sheet'

const KEYS = [
  ['move', 'J', 'K'],
  ['focus', '↑', '↓'],
  ['open', 'Enter', 'O'],
  ['approve', 'A'],
  ['reject', 'R'],
  ['contact', 'C'],
  ['confirm', 'Enter', 'Esc'],
  ['search', '/'],
  ['help', '?'],
] as const

export default function ShortcutsSheet({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  return (
    <Sheet closeLabel={common('close')} onOpenChange={onOpenChange} open={open} title={t('shortcuts')} width="sm">
      <dl className="px-4 py-2 md:px-6">
        {KEYS.map(([act, ...keys]) => (
          <div className="flex items-center justify-between border-b border-line py-2" key={act}>
            <dt className="text-ink">{t(`keys.${act}`)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd className="min-w-5 rounded-[3px] border border-line-control px-1 text-center text-2xs" key={key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="px-4 text-xs text-ink-3 md:px-6">{t('keys.intro')}</p>
    </Sheet>
  )
}
