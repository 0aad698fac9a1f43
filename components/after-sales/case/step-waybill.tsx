'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { StepDraft } from './use-service-step'

const CARRIER_MAX = 64

/** R3.3 How the goods came or went back: both or nothing. */
export function StepWaybill({ step, draft }: { step: 'GOODS_RECEIVED' | 'SENT_BACK'; draft: StepDraft }) {
  const t = useTranslations('case.service.sheet')
  const { carrier, setCarrier, trackingNo, setTrackingNo } = draft
  return (
    <fieldset>
      <legend className="text-xs text-ink-2">{t(`parcel.${step}`)}</legend>
      <div className="mt-1.5 grid gap-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Field label={t('carrier')}>
          {(control) => (
            <Input
              {...control}
              maxLength={CARRIER_MAX}
              onChange={(event) => setCarrier(event.target.value)}
              placeholder={t('carrierExample')}
              value={carrier}
            />
          )}
        </Field>
        <Field label={t('trackingNo')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              onChange={(event) => setTrackingNo(event.target.value)}
              placeholder={t('trackingNoExample')}
              spellCheck={false}
              value={trackingNo}
            />
          )}
        </Field>
      </div>
      <p className="mt-1.5 text-xs text-ink-3">{t(`parcelHint.${step}`)}</p>
    </fieldset>
  )
}
