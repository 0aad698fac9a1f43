import { useTranslations } from 'next-intl'
import type { Unready } from './upload-list'

/** How many files there are, in words: of what is only pictures they are photos. */
export function useFileCount(): (mediaTypes: readonly string[]) => string {
  const t = useTranslations('files.count')
  return (mediaTypes) => {
    const onlyPictures = mediaTypes.every((mediaType) => mediaType.startsWith('image/'))
    return t(onlyPictures ? 'photos' : 'files', { count: mediaTypes.length })
  }
}

/** Why what was added cannot go along yet; null when it can. */
export function useUnreadyText(): (unready: Unready | null) => string | null {
  const t = useTranslations('files.unready')
  return (unready) => unready && t(unready.why, { count: unready.count })
}
