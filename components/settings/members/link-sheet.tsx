'use client'

import { Info, Mail, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { CopySecret } from '@/components/settings/copy-secret'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { Textarea } from '@/components/ui/textarea'
import { useNow } from '@/components/ui/ticker'
import { formatDay } from '@/lib/i18n/time'
import type { InvitationMade, LetterSent } from '@/lib/members/views'

const LETTER = {
  SENT: { icon: Mail, tone: 'ok' },
  FAILED: { icon: TriangleAlert, tone: 'warn' },
  OFF: { icon: Info, tone: 'plain' },
} as const satisfies Record<LetterSent, object>

/** The link of an invitation, on the only occasion that it is seen. Losing it costs nothing but making another. */
export function LinkSheet({ made, onClose }: { made: InvitationMade; onClose: () => void }) {
  const t = useTranslations('members.link')
  const roles = useTranslations('shell.roles')
  const common = useTranslations('common')
  const locale = useLocale()
  const now = useNow()
  const shown = useRef<HTMLTextAreaElement>(null)
  const { email, role, expiresAt, letter } = made
  // opened by a click: there is a browser, and this is where it reaches the desk
  const link = new URL(made.path, location.origin).href
  return (
    <Sheet
      closeLabel={common('close')}
      footer={
        <Button className="ml-auto" onClick={onClose} size="lg" variant="primary">
          {t('done')}
        </Button>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        shown.current?.focus()
      }}
      onOpenChange={(opened) => opened || onClose()}
      open
      title={t('title')}
      width="sm"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 py-4 md:px-6">
        <p className="leading-read">
          {t('for', { email, role: roles(role), when: formatDay(expiresAt, now, locale) })}
        </p>
        <div>
          <Field hint={t('once')} label={t('label')}>
            {(control) => (
              <Textarea
                {...control}
                className="bg-inset! font-[ui-monospace,monospace] break-all"
                onFocus={(event) => event.currentTarget.select()}
                readOnly
                ref={shown}
                rows={2}
                spellCheck={false}
                value={link}
              />
            )}
          </Field>
          <div className="mt-2.5">
            <CopySecret onRefused={() => shown.current?.select()} secret={link} />
          </div>
        </div>
        <Note icon={LETTER[letter].icon} role="status" tone={LETTER[letter].tone}>
          {t(letter, { email })}
        </Note>
      </div>
    </Sheet>
  )
}
