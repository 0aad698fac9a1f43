'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Sheet } from '@/components/ui/sheet'
import { useModifier } from '@/components/ui/use-modifier'
import { SECTIONS, type SectionName, sectionsOf } from './shortcut-sections'

export type ShortcutsSheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  member: boolean
  support: boolean
}

/** Every key that this viewer has, those of the open screen first. */
export default function ShortcutsSheet({ open, onOpenChange, ...who }: ShortcutsSheetProps) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  const pathname = usePathname()
  return (
    <Sheet closeLabel={common('close')} onOpenChange={onOpenChange} open={open} title={t('shortcuts')} width="sm">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: longer than the screen, it is scrolled by keys */}
      <div className="pb-4 -outline-offset-2" tabIndex={0}>
        <p className="px-4 pt-3 text-xs text-ink-3 md:px-6">{t('keys.intro')}</p>
        {sectionsOf(pathname, who).map((name) => (
          <Section key={name} name={name} />
        ))}
      </div>
    </Sheet>
  )
}

function Section({ name }: { name: SectionName }) {
  const t = useTranslations('shell')
  const modifier = useModifier()
  return (
    <section className="px-4 pt-4 pb-1 md:px-6">
      <h3 className="text-xs font-semibold text-ink">{t(`keySections.${name}`)}</h3>
      <dl>
        {SECTIONS[name].map(([act, ...keys]) => (
          <div className="flex items-center justify-between gap-4 border-b border-line py-1.5" key={act}>
            <dt className="text-ink">{t(`keys.${act}`)}</dt>
            <dd className="flex flex-none gap-1">
              {keys.map((key) => (
                <kbd
                  className={
                    key === '–'
                      ? 'text-2xs'
                      : 'min-w-5 rounded-[3px] border border-line-control px-1 text-center text-2xs'
                  }
                  key={key}
                >
                  {key === '⌘' ? modifier : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
