'use client'

import { useTranslations } from 'next-intl'
import { initialsOf } from '@/components/layout/initials'
import { useWatchers } from './use-watchers'
import { namesOf } from './wording'

/**
 * At the end of the head's first line: who else has the case open. It takes the room that is left there, and keeps a little
 * when nobody is there, so that whoever comes moves nothing.
 */
export function WatchersOfCase({ no }: { no: string }) {
  const t = useTranslations('case')
  const watchers = useWatchers(no)
  const names = watchers.map(({ name }) => name).join(t('watchers.join'))
  return (
    <span
      className="flex min-w-10 flex-1 items-center justify-end gap-1.5 overflow-hidden text-ink-2"
      role="status"
      title={names || undefined}
    >
      {watchers.length > 0 && (
        <>
          <span aria-hidden="true" className="flex flex-none -space-x-1">
            {watchers.slice(0, 2).map(({ userId, name }) => (
              <span
                className="size-5 rounded-full bg-pressed text-center text-2xs leading-5 text-ink ring-1 ring-surface"
                key={userId}
              >
                {initialsOf(name)}
              </span>
            ))}
          </span>
          <span className="truncate">{t('watchers.here', namesOf(watchers))}</span>
        </>
      )}
    </span>
  )
}
