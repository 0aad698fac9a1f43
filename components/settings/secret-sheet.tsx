'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { SecretOnce } from './secret-once'

export type SecretSheetProps = {
  title: ReactNode
  detail?: ReactNode
  label: ReactNode
  secret: string
  /** Lines that it is shown in. */
  rows?: number
  onStored: () => void
  children?: ReactNode
}

/** Shows a secret once. Neither Esc nor a click beside it takes it away: only whoever says that it is stored. */
export function SecretSheet({ title, detail, label, secret, rows, onStored, children }: SecretSheetProps) {
  const t = useTranslations('settings.secret')
  const [warned, setWarned] = useState(false)
  return (
    <Sheet
      detail={detail}
      footer={
        <Button className="ml-auto" onClick={onStored} size="lg" variant="primary">
          {t('stored')}
        </Button>
      }
      onOpenChange={() => setWarned(true)}
      open
      title={title}
      width="sm"
    >
      <div className="px-4 py-4 md:px-6">
        <SecretOnce label={label} rows={rows} secret={secret} warned={warned}>
          {children}
        </SecretOnce>
      </div>
    </Sheet>
  )
}
