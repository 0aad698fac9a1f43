'use client'

import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button-class'
import { CaseLink } from './case-link'

export function CaseMissing() {
  const t = useTranslations('case')
  return (
    <div className="min-h-0 min-w-0 flex-1">
      <Blank
        action={
          <CaseLink className={buttonClass()} no={null}>
            {t('back')}
          </CaseLink>
        }
        title={<h1>{t('missing.title')}</h1>}
      >
        {t('missing.body')}
      </Blank>
    </div>
  )
}
