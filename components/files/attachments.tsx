'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import { type AttachmentView, fileUrl } from '@/lib/files/views'
import { DocumentFace } from './document-face'
import { Picture } from './picture'
import { useViewer } from './use-viewer'

export type AttachmentsProps = {
  /** What they are files of, for who does not see it. */
  label: string
  files: readonly AttachmentView[]
  /** 56 px; `lg` where they are what is looked at: 64, on a phone 72. */
  size?: 'md' | 'lg'
  className?: string
}

const FRAME = 'block overflow-hidden rounded-md bg-pressed'
const SIZE = { md: 'size-14', lg: 'size-18 md:size-16' }
const WIDE = { md: 'h-14 max-w-44', lg: 'h-18 max-w-44 md:h-16' }

/** Files of a case: pictures open in the viewer, documents in a tab of their own. */
export function Attachments({ label, files, size = 'md', className }: AttachmentsProps) {
  const t = useTranslations('files')
  const pictures = files.filter(({ mediaType }) => mediaType !== 'application/pdf')
  const viewer = useViewer()
  const view = (at: number, opener: HTMLElement) =>
    viewer.open({ pictures: pictures.map((picture) => ({ ...picture, src: fileUrl(picture.id) })), at, opener })
  if (files.length === 0) return null
  return (
    <>
      <ul aria-label={label} className={cx('flex flex-wrap gap-2', className)}>
        {files.map((file) => {
          const at = pictures.indexOf(file)
          return (
            <li key={file.id}>
              {at === -1 ? (
                <a
                  aria-label={t('openDocument', { name: file.name })}
                  className={cx(FRAME, WIDE[size], 'hover:no-underline')}
                  href={fileUrl(file.id)}
                  rel="noopener"
                  target="_blank"
                >
                  <DocumentFace name={file.name} />
                </a>
              ) : (
                <button
                  aria-label={t('open', { name: file.name, n: at + 1, of: pictures.length })}
                  className={cx(FRAME, SIZE[size])}
                  onClick={({ currentTarget }) => view(at, currentTarget)}
                  title={file.name}
                  type="button"
                >
                  <Picture name={file.name} src={fileUrl(file.id, 'thumbnail')} />
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {viewer.node}
    </>
  )
}
