'use client'

import { useLocale, useTranslations } from 'next-intl'
import { VARIABLES, writeVariable } from '@/lib/quick-replies/domain/variables'

/** The placeholders there are, each to be put in where the cursor stands. */
export function VariableButtons({ onInsert }: { onInsert: (written: string) => void }) {
  const t = useTranslations('bulk.message')
  const locale = useLocale()
  return (
    <fieldset className="contents text-xs">
      <legend className="sr-only">{t('variables')}</legend>
      {VARIABLES.map((variable) => {
        const written = writeVariable(variable, locale)
        return (
          <button
            aria-label={t('insert', { variable: written })}
            className="h-10 rounded-sm border border-line-strong px-2 text-xs text-ink-2 hover:bg-inset active:bg-pressed md:h-6"
            key={variable}
            onClick={() => onInsert(written)}
            type="button"
          >
            {written}
          </button>
        )
      })}
    </fieldset>
  )
}
