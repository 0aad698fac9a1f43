'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { PageHead } from '@/components/settings/page-head'
import { Checkbox } from '@/components/ui/checkbox'
import { Note } from '@/components/ui/note'
import { toast } from '@/components/ui/toast'
import { chooseNoticeMail } from '@/lib/notifications/actions'
import type { NoticeKind } from '@/lib/notifications/domain/notices'
import type { MailSettings, NoticeChoices } from '@/lib/notifications/views'

/** Which notices somebody also gets by e-mail: of each of his shops, each kind by itself. Saved as it is chosen. */
export function MailChoices({ choices, email, sends }: MailSettings) {
  const t = useTranslations('noticeMail.settings')
  return (
    <div className="grid max-w-180 gap-5">
      <PageHead intro={t('intro')} title={t('title')} />
      {!sends && <Note tone="warn">{t('off')}</Note>}
      {choices.map((one) => (
        <Choices key={one.owner} {...one} />
      ))}
      <p className="text-xs text-ink-3">
        {t('to', { email })} {t('gather')}
      </p>
    </div>
  )
}

function Choices({ owner, shopName, email }: NoticeChoices) {
  const t = useTranslations('noticeMail.settings')
  return (
    <fieldset>
      <legend className="pb-1.5 font-semibold text-ink">{shopName ?? t('platform')}</legend>
      <div className="border-t border-line-strong">
        {email.map(({ kind, on }) => (
          <Choice kind={kind} key={kind} on={on} owner={owner} />
        ))}
      </div>
    </fieldset>
  )
}

function Choice({ owner, kind, on }: { owner: string; kind: NoticeKind; on: boolean }) {
  const t = useTranslations('noticeMail')
  const id = useId()
  const [chosen, setChosen] = useState(on)
  const [failed, setFailed] = useState(false)
  const choose = async (email: boolean) => {
    setChosen(email)
    setFailed(false)
    const saved = await chooseNoticeMail({ owner, kind, email }).catch(() => ({ ok: false }))
    if (saved.ok) return toast(t('settings.save'))
    setChosen(!email)
    setFailed(true)
  }
  return (
    <div className="flex items-center gap-4 border-b border-line py-2.5">
      <label className="grid min-w-0 flex-1 cursor-pointer" htmlFor={id}>
        <span className="text-ink">{t(`kinds.${kind}`)}</span>
        <span className="text-xs text-ink-3">{t(`about.${kind}`)}</span>
      </label>
      {failed && (
        <span className="text-xs text-danger" role="alert">
          {t('settings.failed')}
        </span>
      )}
      <span aria-hidden className="text-xs text-ink-3">
        {t('settings.email')}
      </span>
      <Checkbox checked={chosen} id={id} onCheckedChange={choose} />
    </div>
  )
}
