'use client'

import { useQueryClient } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { toolClass } from '@/components/layout/tool-class'
import { Button } from '@/components/ui/button'
import { Flyout } from '@/components/ui/flyout'
import { Icon } from '@/components/ui/icon'
import { Note } from '@/components/ui/note'
import { markAllNoticesRead } from '@/lib/notifications/actions'
import type { Unread } from '@/lib/notifications/views'
import { NOTICES_KEY } from './fetch'
import { NoticeList } from './notice-list'
import { useNotices } from './use-notices'

export type NoticePanelProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  unread: Unread
  settingsHref: string
  shopId: string | null
  button: RefObject<HTMLElement | null>
}

/** What the bell rang for: newest first, each leading to its case; ↑ and ↓ go from one to the next. */
export default function NoticePanel({ open, onOpenChange, unread, settingsHref, shopId, button }: NoticePanelProps) {
  const t = useTranslations('notices')
  const common = useTranslations('common')
  const client = useQueryClient()
  const list = useNotices(open)
  const [marking, setMarking] = useState<'no' | 'busy' | 'failed'>('no')
  const newest = list.notices[0]?.id

  const markAll = async () => {
    if (newest === undefined) return
    setMarking('busy')
    const failed = await markAllNoticesRead({ upTo: newest }).then(
      () => false,
      () => true,
    )
    await client.invalidateQueries({ queryKey: NOTICES_KEY })
    setMarking(failed ? 'failed' : 'no')
  }
  const close = () => onOpenChange(false)
  return (
    <Flyout
      acts={
        <>
          {unread.count > 0 && newest !== undefined && (
            <Button busy={marking === 'busy'} onClick={markAll} variant="bare">
              {t('markAll')}
            </Button>
          )}
          <Link aria-label={t('settings')} className={toolClass} href={settingsHref} onClick={close} prefetch={false}>
            <Icon as={SlidersHorizontal} />
          </Link>
        </>
      }
      button={button}
      closeLabel={common('close')}
      onKeyDown={moveFocus}
      onOpenChange={onOpenChange}
      open={open}
      title={t('title')}
    >
      {marking === 'failed' && (
        <Note className="m-2" role="alert" tone="bad">
          {t('markFailed')}
        </Note>
      )}
      <NoticeList {...list} onOpen={close} shopId={shopId} />
    </Flyout>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('li a')]
  const here = links.findIndex((link) => link.matches(':focus'))
  const next = event.key === 'ArrowDown' ? here + 1 : here - 1
  links[next]?.focus()
}
