import { useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import type { MarkEntry } from '@/lib/marks/views'
import { Face } from './face'

/** A note, or a line about who was given the case and how it was flagged. */
export function MarkItem({ entry, now }: { entry: MarkEntry; now: number }) {
  const t = useTranslations('marks')
  const { by, at } = entry
  const when = <Moment at={at} className="whitespace-nowrap text-ink-3" now={now} />
  if (entry.kind !== 'NOTED')
    return (
      <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2 text-xs text-ink-3">
        <span aria-hidden="true" className="mt-2 size-1 justify-self-center rounded-full bg-line-strong" />
        <span>
          {sentenceOf(entry, t)} · {when}
        </span>
      </li>
    )
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2">
      <Face name={by.name} />
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2 text-xs">
          <b className="font-semibold text-ink">{by.name}</b>
          {when}
        </p>
        <p className="leading-[1.6] break-words whitespace-pre-line text-ink">{entry.text}</p>
      </div>
    </li>
  )
}

function sentenceOf(
  { by, ...entry }: Exclude<MarkEntry, { kind: 'NOTED' }>,
  t: ReturnType<typeof useTranslations<'marks'>>,
): string {
  const { name } = by
  if (entry.kind === 'FLAGGED')
    return entry.to ? t('did.flagged', { by: name, flag: t(`flags.${entry.to}`) }) : t('did.unflagged', { by: name })
  if (entry.to === null) return t('did.unassigned', { by: name })
  return entry.to.userId === by.userId
    ? t('did.took', { by: name })
    : t('did.assigned', { by: name, to: entry.to.name })
}
