'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { fileUrl } from '@/lib/files/views'
import { pictureOf, type Upload } from './upload-list'
import { UploadTile } from './upload-tile'
import { removeUpload } from './uploads'
import type { Uploads } from './use-uploads'
import { useViewer } from './use-viewer'

export type UploadTilesProps = {
  uploads: Uploads
  /** Over a sheet there is no room for the viewer: the sheet keeps the focus. */
  viewable?: boolean
  /** What stands after the last tile. */
  children?: ReactNode
}

/** What was added so far, each with how far it has come and a way to take it out. */
export function UploadTiles({ uploads: { draft, list }, viewable = true, children }: UploadTilesProps) {
  const t = useTranslations('files')
  const viewer = useViewer()
  const shown = list.filter((one) => one.state !== 'failed' && pictureOf(one) !== null)
  const pictures = shown.map((one) => ({ src: originalOf(one), name: one.name, width: null, height: null }))
  if (list.length === 0 && !children) return null
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {list.length > 0 && (
        <ul aria-label={t('added')} className="contents">
          {list.map((upload, index) => {
            const at = shown.indexOf(upload)
            return (
              <UploadTile
                key={upload.key}
                n={index + 1}
                onRemove={(button) => {
                  passFocus(button)
                  removeUpload(draft, upload.key)
                }}
                upload={upload}
                {...(viewable && at !== -1 && { onView: (opener) => viewer.open({ pictures, at, opener }) })}
              />
            )
          })}
        </ul>
      )}
      {children}
      {viewer.node}
    </div>
  )
}

/** To the neighbour: with the tile the focus would be gone. */
function passFocus(button: HTMLElement): void {
  const tile = button.closest('li')
  const others = [...(tile?.closest('div')?.querySelectorAll('button') ?? [])].filter((one) => !tile?.contains(one))
  const after = others.find((one) => button.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  ;(after ?? others.at(-1))?.focus()
}

function originalOf(upload: Upload): string {
  if (upload.preview) return upload.preview
  return upload.state === 'there' ? fileUrl(upload.id) : ''
}
