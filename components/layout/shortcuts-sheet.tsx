'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Sheet } from '@/components/ui/sheet'

const DESK_KEYS = [
  ['move', 'J', 'K'],
  ['focus', '↑', '↓'],
  ['open', 'Enter', 'O'],
  ['approve', 'A'],
  ['reject', 'R'],
  ['service', 'S'],
  ['contact', 'C'],
  ['escalate', 'E'],
  ['send', '⌘ / Ctrl', 'Enter'],
  ['confirm', 'Enter', 'Esc'],
  ['search', '/'],
  ['notices', 'N'],
  ['help', '?'],
] as const

const BOARD_KEYS = [
  ['move', 'J', 'K'],
  ['focus', '↑', '↓'],
  ['columns', '←', '→'],
  ['open', 'Enter', 'O'],
  ['search', '/'],
  ['notices', 'N'],
  ['help', '?'],
] as const

const CONSOLE_KEYS = [
  ['move', 'J', 'K'],
  ['focus', '↑', '↓'],
  ['claim', 'T'],
  ['liability', '1', '2', '3', '4'],
  ['refund', 'R'],
  ['refundPart', 'P'],
  ['returnFirst', 'B'],
  ['dismiss', 'D'],
  ['rationale', 'W'],
  ['rule', '⌘ / Ctrl', 'Enter'],
  ['moreEvidence', 'M'],
  ['notices', 'N'],
  ['help', '?'],
] as const

/** The keys of the screen that is open. */
export default function ShortcutsSheet({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  const keysHere = keysOf(usePathname())
  return (
    <Sheet closeLabel={common('close')} onOpenChange={onOpenChange} open={open} title={t('shortcuts')} width="sm">
      <dl className="px-4 py-2 md:px-6">
        {keysHere.map(([act, ...keys]) => (
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

function keysOf(pathname: string) {
  if (pathname.startsWith('/disputes')) return CONSOLE_KEYS
  return pathname.startsWith('/services') ? BOARD_KEYS : DESK_KEYS
}
