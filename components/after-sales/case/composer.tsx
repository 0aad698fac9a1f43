'use client'

import { cx } from 'class-variance-authority'
import { Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { useAnySelected } from '@/components/after-sales/bulk/selection-store'
import { AddFiles } from '@/components/files/add-files'
import { DropArea } from '@/components/files/drop-area'
import { UploadFaults } from '@/components/files/upload-faults'
import { UploadTiles } from '@/components/files/upload-tiles'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { isComposing } from '@/components/ui/input-method'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'
import { can, useDesk } from './desk'
import { ReplyButton } from './reply-button'
import { SlashReplies } from './slash-replies'
import { UnfilledNote } from './unfilled-note'
import { useInsertion } from './use-insertion'
import { MESSAGE_MAX, useMessage } from './use-message'
import { useSlash } from './use-slash'

/** Where one writes to the buyer: Enter sends, Shift+Enter breaks the line. `hidden`: its tab is not the one shown. */
export function Composer({ hidden }: { hidden: boolean }) {
  const t = useTranslations('case.compose')
  const desk = useDesk()
  const selecting = useAnySelected()
  const { text, setText, uploads, blank, reason, sending, send } = useMessage()
  const insertion = useInsertion(text, setText, desk.composer)
  const slash = useSlash(text, desk.composer, insertion)
  // talk goes on after the clock: it decides nothing
  const mayWrite = desk.view.available.includes('sendMessage')
  const mayLog = can(desk, 'logContact')
  if (!mayWrite && !mayLog) return null

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (slash.press(event)) return
    // Esc leaves the field, the text stays; with the input method open it is that one's
    if (event.key === 'Escape' && !isComposing(event.nativeEvent)) return event.currentTarget.blur()
    // while an input method is open Enter takes what it offers
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return
    event.preventDefault()
    send()
  }
  return (
    <div
      className={cx(
        'flex-none border-t border-line bg-surface px-4 py-2.5 md:sticky md:bottom-0 md:px-5 xl:static',
        hidden && 'max-xl:hidden',
      )}
    >
      <DropArea onFiles={(files) => mayWrite && uploads.add(files)}>
        {mayWrite && (
          <>
            {slash.list && <SlashReplies list={slash.list} />}
            <Textarea
              {...slash.field}
              aria-busy={sending}
              aria-label={t('label')}
              className="block max-h-40 min-h-10 overflow-y-auto py-2.25! leading-5! md:min-h-8 md:py-1.25!"
              enterKeyHint="send"
              maxLength={MESSAGE_MAX}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={press}
              placeholder={t('placeholder')}
              readOnly={sending}
              ref={desk.composer}
              rows={1}
              value={text}
            />
            <UnfilledNote className="mt-1.5" field={desk.composer} onWrite={setText} text={text} />
            <UploadTiles uploads={uploads} />
            <UploadFaults uploads={uploads} />
          </>
        )}
        <div className="mt-1.5 -ml-1.5 flex items-center gap-0.5 text-xs">
          {mayLog && (
            <Button onClick={() => desk.open('contact')} variant="bare">
              <Icon as={Phone} small />
              {t('log')}
            </Button>
          )}
          {mayWrite && <ReplyButton disabled={sending} insertion={insertion} />}
          {mayWrite && <AddFiles as="tool" disabled={sending} uploads={uploads} />}
          <span className="flex-1" />
          {mayWrite && !blank && (
            <span className="flex flex-row-reverse items-center gap-2">
              <Button busy={sending} busyLabel={t('sending')} onClick={send} reason={reason}>
                {t('send')}
              </Button>
            </span>
          )}
          {mayWrite && blank && !selecting && <Kbd className="text-ink-2 max-md:hidden">C</Kbd>}
        </div>
      </DropArea>
    </div>
  )
}
