'use client'

import { useTranslations } from 'next-intl'
import { isPassing } from './upload-list'
import { retryUpload } from './uploads'
import type { Uploads } from './use-uploads'

/** What was not taken and why, and what may be tried again. */
export function UploadFaults({ uploads: { draft, list, left, max } }: { uploads: Uploads }) {
  const t = useTranslations('files')
  const failed = list.flatMap((one) => (one.state === 'failed' ? [one] : []))
  return (
    <div aria-live="polite" className="text-xs">
      {left > 0 && <p className="mt-2 text-ink-2">{t('tooMany', { max, left })}</p>}
      {failed.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {failed.map(({ key, name, fault }) => (
            <li className="text-danger" key={key}>
              {t('failed', { name, fault: t(`fault.${fault}`) })}{' '}
              {isPassing(fault) && (
                <button
                  aria-label={t('retryOf', { name })}
                  className="ml-1 text-accent-ink underline underline-offset-3"
                  onClick={() => retryUpload(draft, key)}
                  type="button"
                >
                  {t('retry')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
