'use client'

import { Image as ImageIcon, Paperclip, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Uploads } from './use-uploads'

/** What a file dialog offers; `image/*` makes a phone offer its camera. The server looks at the content. */
const ACCEPT = 'image/*,application/pdf'

export type AddFilesProps = {
  uploads: Uploads
  /** A square in the row of pictures, a clip among the tools of a field, or the last line of a list. */
  as: 'tile' | 'tool' | 'row'
  disabled?: boolean
  /** What it says; without it the mark alone. */
  children?: ReactNode
}

const LOOK = {
  tile: 'size-14 rounded-md border border-dashed border-line-control hover:bg-inset active:bg-pressed',
  tool: 'size-10 rounded-sm hover:bg-inset active:bg-pressed md:size-7',
  row: 'h-10 w-full justify-start! gap-2.5 pl-6 hover:bg-inset active:bg-pressed md:h-9',
}
const MARK = { tile: ImageIcon, tool: Paperclip, row: Plus }

/** Opens the file dialog. */
export function AddFiles({ uploads, as, disabled = false, children }: AddFilesProps) {
  const t = useTranslations('files')
  const input = useRef<HTMLInputElement>(null)
  if (uploads.list.length >= uploads.max) return null
  return (
    <>
      <button
        aria-label={children === undefined ? t('add') : undefined}
        className={`inline-flex flex-none items-center justify-center text-ink-2 disabled:cursor-not-allowed disabled:text-ink-3 ${LOOK[as]}`}
        disabled={disabled}
        onClick={() => input.current?.click()}
        title={t('add')}
        type="button"
      >
        <Icon as={MARK[as]} />
        {children}
      </button>
      <input
        accept={ACCEPT}
        aria-label={t('add')}
        className="hidden"
        multiple
        onChange={({ currentTarget }) => {
          uploads.add(Array.from(currentTarget.files ?? []))
          // the same file may be chosen again after it was taken out
          currentTarget.value = ''
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
    </>
  )
}
