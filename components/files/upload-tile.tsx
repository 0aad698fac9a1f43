'use client'

import { cx } from 'class-variance-authority'
import { TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { DocumentFace } from './document-face'
import { Picture } from './picture'
import { pictureOf, type Upload } from './upload-list'

export type UploadTileProps = {
  upload: Upload
  /** Its place in the row: two pasted pictures have the same name. */
  n: number
  onRemove: (button: HTMLElement) => void
  onView?: (opener: HTMLElement) => void
}

export function UploadTile({ upload, n, onRemove, onView }: UploadTileProps) {
  const t = useTranslations('files')
  const { name, state } = upload
  const src = pictureOf(upload)
  const frame = cx(
    'relative block h-14 overflow-hidden rounded-md bg-pressed',
    src === null ? 'max-w-44' : 'w-14',
    state === 'failed' && 'outline outline-danger',
  )
  const mark = state === 'failed' ? <FailedMark /> : undefined
  const face =
    src === null ? (
      <DocumentFace mark={mark} name={name} />
    ) : (
      <Picture dimmed={state !== 'there'} mark={mark} name={name} src={src} />
    )
  return (
    <li className="relative">
      <Frame className={frame} label={t('view', { name, n })} name={name} onView={onView}>
        {face}
      </Frame>
      {state === 'sending' && <Progress label={t('uploading', { name })} sent={upload.sent} />}
      <button
        aria-label={t('remove', { name, n })}
        className="absolute -top-2 -right-2 inline-flex size-6 items-center justify-center rounded-full border border-line-strong bg-surface text-ink-2 hover:bg-inset hover:text-ink active:bg-pressed"
        onClick={({ currentTarget }) => onRemove(currentTarget)}
        type="button"
      >
        <Icon as={X} small />
      </button>
    </li>
  )
}

type FrameProps = {
  className: string
  label: string
  name: string
  onView: ((opener: HTMLElement) => void) | undefined
  children: ReactNode
}

function Frame({ className, label, name, onView, children }: FrameProps) {
  if (!onView) {
    return (
      <span className={className} title={name}>
        <span className="sr-only">{name}</span>
        {children}
      </span>
    )
  }
  return (
    <button
      aria-label={label}
      className={className}
      onClick={({ currentTarget }) => onView(currentTarget)}
      title={name}
      type="button"
    >
      {children}
    </button>
  )
}

function FailedMark() {
  return (
    <span className="rounded-full bg-surface p-1 text-danger">
      <Icon as={TriangleAlert} />
    </span>
  )
}

function Progress({ sent, label }: { sent: number; label: string }) {
  const percent = Math.round(sent * 100)
  return (
    <span
      aria-label={label}
      aria-valuemax={100}
      aria-valuemin={0}
      aria-valuenow={percent}
      className="absolute inset-x-1 bottom-1 h-1 overflow-hidden rounded-xs bg-surface"
      role="progressbar"
    >
      <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
    </span>
  )
}
