'use client'

import { useTranslations } from 'next-intl'
import { AddFiles } from '@/components/files/add-files'
import { UploadFaults } from '@/components/files/upload-faults'
import { UploadTiles } from '@/components/files/upload-tiles'
import type { Uploads } from '@/components/files/use-uploads'

/** R2.5 The pictures of what was found, as they will go on record. */
export function InspectionFiles({ uploads, disabled }: { uploads: Uploads; disabled: boolean }) {
  return (
    <>
      <UploadTiles uploads={uploads}>
        <AddFiles as="tile" disabled={disabled} uploads={uploads} />
        <span className="self-end text-xs text-ink-3">
          <Hint uploads={uploads} />
        </span>
      </UploadTiles>
      <UploadFaults uploads={uploads} />
    </>
  )
}

function Hint({ uploads: { list, max } }: { uploads: Uploads }) {
  const t = useTranslations('files.hint')
  if (list.length === 0) return <span className="max-md:hidden">{t('none')}</span>
  const kind = list.every(({ mediaType }) => mediaType.startsWith('image/')) ? 'photos' : 'files'
  return (
    <>
      {t('count', { count: list.length, kind })}
      {list.length < max ? <span className="max-md:hidden"> · {t('paste')}</span> : ` · ${t('full')}`}
    </>
  )
}
