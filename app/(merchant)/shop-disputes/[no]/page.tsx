import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CaseScreen } from '@/components/after-sales/case/case-screen'
import { titleOfCase } from '@/components/after-sales/case/case-title'
import { readOwnCase } from '@/lib/after-sales/own-case'
import { readOwnMarks } from '@/lib/marks/own-marks'

type Props = { params: Promise<{ no: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOfCase(await readOwnCase((await params).no)) }
}

export default async function CasePage({ params }: Props) {
  const { no } = await params
  const [view, marks] = await Promise.all([readOwnCase(no), readOwnMarks(no)])
  if (!view || !marks) notFound()
  return <CaseScreen marks={marks} view={view} />
}
