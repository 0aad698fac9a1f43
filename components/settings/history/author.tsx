import { useTranslations } from 'next-intl'
import { Stamp } from '@/components/ui/stamp'
import type { ChangeAuthor } from '@/lib/settings/views'

/** Who it was, and as what. */
export function Author({ author }: { author: ChangeAuthor }) {
  const t = useTranslations('settingsHistory.author')
  const words = useTranslations('words')
  const roles = useTranslations('shell.roles')
  const side = author.kind === 'PLATFORM' ? 'SUPPORT' : 'MANAGER'
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <Stamp
        label={words(`role.${side}`)}
        letter={words(`stamp.${side}`)}
        party={author.kind === 'PLATFORM' ? 'platform' : 'merchant'}
      />
      <span className="min-w-0 break-words">
        {author.kind === 'PLATFORM' ? (
          t(`PLATFORM.${author.by}`)
        ) : (
          <>
            {author.kind === 'KEY' ? t('KEY', { name: author.name }) : author.name}{' '}
            <span className="text-ink-3">{roles(author.role)}</span>
          </>
        )}
      </span>
    </span>
  )
}
