'use client'

import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Moment } from '@/components/after-sales/case/moment'
import { Picture } from '@/components/files/picture'
import { useViewer } from '@/components/files/use-viewer'
import { Icon } from '@/components/ui/icon'
import { type AttachmentView, fileUrl } from '@/lib/files/views'

export type FileRowsProps = {
  /** What they are files of, for who does not see it. */
  label: string
  files: readonly AttachmentView[]
  at: number
  now: number
}

const ROW = 'group/file flex w-full min-w-0 items-center gap-2.5 rounded-md text-left hover:no-underline'

/** Files with their names, one below the other: pictures open in the viewer, documents in a tab of their own. */
export function FileRows({ label, files, at, now }: FileRowsProps) {
  const t = useTranslations('files')
  const viewer = useViewer()
  const pictures = files.filter(({ mediaType }) => mediaType !== 'application/pdf')
  const view = (which: number, opener: HTMLElement) =>
    viewer.open({
      pictures: pictures.map((picture) => ({ ...picture, src: fileUrl(picture.id) })),
      at: which,
      opener,
    })
  if (files.length === 0) return null
  return (
    <>
      <ul aria-label={label} className="mt-2 grid gap-2">
        {files.map((file) => {
          const which = pictures.indexOf(file)
          const face = <Face at={at} name={file.name} now={now} />
          return (
            <li className="min-w-0" key={file.id}>
              {which === -1 ? (
                <a
                  aria-label={t('openDocument', { name: file.name })}
                  className={ROW}
                  href={fileUrl(file.id)}
                  rel="noopener"
                  target="_blank"
                >
                  <Frame>
                    <span className="grid size-full place-items-center text-ink-3">
                      <Icon as={FileText} />
                    </span>
                  </Frame>
                  {face}
                </a>
              ) : (
                <button
                  aria-label={t('open', { name: file.name, n: which + 1, of: pictures.length })}
                  className={ROW}
                  onClick={({ currentTarget }) => view(which, currentTarget)}
                  type="button"
                >
                  <Frame>
                    <Picture name={file.name} src={fileUrl(file.id, 'thumbnail')} />
                  </Frame>
                  {face}
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

function Frame({ children }: { children: ReactNode }) {
  return <span className="block size-11 flex-none overflow-hidden rounded-md bg-pressed">{children}</span>
}

function Face({ name, at, now }: { name: string; at: number; now: number }) {
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate text-ink group-hover/file:underline" title={name}>
        {name}
      </span>
      <span className="block truncate text-xs text-ink-3">
        <Moment at={at} now={now} />
      </span>
    </span>
  )
}
