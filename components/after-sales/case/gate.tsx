'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import type { Refusal } from '@/lib/after-sales/domain/refusals'
import { useRefusalText } from './use-refusal-text'

export type GateProps = {
  label: string
  keyName?: string | undefined
  refusal: Refusal
  /** Shows more of why, where there is more. */
  onLabel?: () => void
  /** What leads to the act being allowed. */
  opener?: { label: string; keyName?: string | undefined; act: () => void }
}

const part = 'inline-flex h-full items-center gap-1.5'

/** An act that a rule does not allow yet, in its own place: the act, why, and what opens it. */
export function Gate({ label, keyName, refusal, onLabel, opener }: GateProps) {
  const reason = useGateReason()(refusal)
  const name = (
    <>
      <Icon as={Lock} small />
      {label}
      {keyName && <Kbd className="max-md:hidden">{keyName}</Kbd>}
    </>
  )
  return (
    <div className="inline-flex h-10 min-w-0 items-center rounded-sm border border-dashed border-line-control text-xs whitespace-nowrap text-ink-3 max-md:col-span-2 md:h-8">
      {onLabel ? (
        <button
          aria-keyshortcuts={keyName}
          className={`${part} rounded-l-sm pr-2 pl-2.5 text-sm hover:bg-inset`}
          onClick={onLabel}
          type="button"
        >
          {name}
        </button>
      ) : (
        <span className={`${part} pr-2 pl-2.5 text-sm`}>{name}</span>
      )}
      <span className="min-w-0 truncate pr-2">{reason}</span>
      {opener && (
        <button
          aria-keyshortcuts={opener.keyName}
          className={`${part} ml-auto flex-none rounded-r-sm border-l border-dashed border-line-control px-2.5 text-sm text-accent-ink hover:bg-inset`}
          onClick={opener.act}
          type="button"
        >
          {opener.label}
          {opener.keyName && <Kbd className="max-md:hidden">{opener.keyName}</Kbd>}
        </button>
      )}
    </div>
  )
}

/** Why an act is not allowed yet, in short, with the clause. */
export function useGateReason(): (refusal: Refusal) => string {
  const t = useTranslations('case.acts')
  const reasons = useTranslations('refusal')
  const reasonOf = useRefusalText()
  return (refusal) => {
    // what exactly is missing stands under the conversation; here the short of it
    const brief = refusal.code === 'contactRequired' && refusal.missing !== 'AGREEMENT'
    const reason = brief ? reasons('contactRequired.NO_CONTACT') : reasonOf(refusal)
    return 'clause' in refusal ? t('gate', { reason, clause: refusal.clause }) : reason
  }
}
