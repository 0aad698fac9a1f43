'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { FormSheet } from '@/components/settings/form-sheet'
import { SecretSheet } from '@/components/settings/secret-sheet'
import { useNow } from '@/components/ui/ticker'
import { ToggleGroup } from '@/components/ui/toggle-group'
import { rotateShopKey } from '@/lib/api-keys/actions'
import { DEFAULT_OVERLAP, OVERLAP_CHOICES, OVERLAPS, type Overlap } from '@/lib/api-keys/domain/api-key'
import type { ApiKeyView, KeyRotated } from '@/lib/api-keys/views'
import { formatDay } from '@/lib/i18n/time'
import { KeyUse } from './key-use'
import { useKeyProblem } from './use-key-problem'

export type RotateSheetProps = { apiKey: ApiKeyView; shopId: string; onChanged: () => void; onClose: () => void }

/** Puts a new key in a key's place, says until when the old one works, and then shows the new one, once. */
export function RotateSheet({ apiKey: { id, name, prefix }, shopId, onChanged, onClose }: RotateSheetProps) {
  const t = useTranslations('apiKeys.rotate')
  const keys = useTranslations('apiKeys')
  const locale = useLocale()
  const now = useNow()
  const problemText = useKeyProblem(now)
  const [overlap, setOverlap] = useState<Overlap>(DEFAULT_OVERLAP)
  const [problem, setProblem] = useState<string | null>(null)
  const [rotated, setRotated] = useState<KeyRotated | null>(null)
  const [rotating, startRotating] = useTransition()

  const until = (instant: number) =>
    t(overlap === '0' ? 'stops' : 'until', { prefix, when: formatDay(instant, now, locale) })
  const rotate = () => {
    setProblem(null)
    startRotating(async () => {
      const outcome = await rotateShopKey({ shopId, id, overlap }).catch(() => null)
      if (outcome?.ok) setRotated(outcome)
      else setProblem(problemText(outcome))
      onChanged()
    })
  }

  if (rotated !== null)
    return (
      <SecretSheet detail={name} label={keys('token')} onStored={onClose} secret={rotated.token} title={t('done')}>
        <p className="text-xs leading-read">{until(rotated.oldValidUntil)}</p>
        <KeyUse />
      </SecretSheet>
    )
  return (
    <FormSheet
      busy={rotating}
      busyLabel={t('busy')}
      detail={name}
      onClose={onClose}
      onSubmit={rotate}
      problem={problem}
      submit={t('submit')}
      title={t('title')}
    >
      <p className="leading-read">{t('what')}</p>
      <div>
        <div aria-hidden="true" className="mb-1 text-xs text-ink-2">
          {t('overlap')}
        </div>
        <ToggleGroup
          aria-label={t('overlap')}
          className="flex!"
          onValueChange={setOverlap}
          options={OVERLAP_CHOICES.map((value) => ({ value, label: t(`overlaps.${value}`) }))}
          value={overlap}
        />
        <p aria-live="polite" className="mt-2 text-xs text-ink-2">
          {until(now + OVERLAPS[overlap])}
        </p>
      </div>
    </FormSheet>
  )
}
