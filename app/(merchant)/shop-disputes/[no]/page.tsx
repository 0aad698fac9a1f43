import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CaseScreen } from '@/components/after-sales/case/case-screen'
import { readOwnCase } from '@/lib/after-sales/own-case'

type Props = { params: Promise<{ no: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ no }, t, words] = await Promise.all([params, getTranslations('case'), getTranslations('words.type')])
  const view = await readOwnCase(no)
  return { title: view ? t('title', { no, type: words(view.type) }) : t('missing.title') }
}

export default async function CasePage({ params }: Props) {
  const view = await readOwnCase((await params).no)
  if (!view) notFound()
  return <CaseScreen view={view} />
}
