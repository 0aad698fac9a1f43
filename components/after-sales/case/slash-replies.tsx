'use client'

import { useTranslations } from 'next-intl'
import { ReplyOptions } from './reply-options'
import type { SlashList } from './use-slash'

/** The quick replies that match what was typed after the slash, above the field that has the cursor and the keys. */
export function SlashReplies({ list: { id, replies, more, active, choose } }: { list: SlashList }) {
  const t = useTranslations('case.replies')
  return (
    <div className="absolute inset-x-0 bottom-full z-10 mb-1 max-w-120 rounded-md bg-surface p-2 shadow-overlay">
      <ReplyOptions
        active={active}
        brief
        id={id}
        kind="REPLY"
        none={t('noneSlash')}
        onChoose={choose}
        replies={replies}
      />
      <p aria-hidden="true" className="px-2 pt-1 text-xs text-ink-3 max-md:hidden">
        {t('keys')}
        {more > 0 && <> · {t('more', { count: more })}</>}
      </p>
    </div>
  )
}
