import { getTranslations } from 'next-intl/server'
import type { CaseView } from '@/lib/after-sales/views'

/** The title of a case's page, wherever it stands; null: there is no such case. */
export async function titleOfCase(view: CaseView | null): Promise<string> {
  const [t, words] = await Promise.all([getTranslations('case'), getTranslations('words.type')])
  return view ? t('title', { no: view.no, type: words(view.type) }) : t('missing.title')
}
