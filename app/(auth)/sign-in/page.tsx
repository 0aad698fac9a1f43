import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { CodeForm } from '@/components/sign-in/code-form'
import { DoorFrame } from '@/components/sign-in/door-frame'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { viewer } from '@/lib/auth/gate'
import { safePath } from '@/lib/auth/safe-path'
import { isSandbox, readClock } from '@/lib/sandbox/clock'
import { DEMO_SIGN_INS } from '@/lib/sandbox/sign-ins'
import { isHalfWay } from '@/lib/two-step/half-way'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: wanted, over } = await searchParams
  const next = safePath(wanted)
  if (await viewer()) redirect(next ?? '/')
  const now = new Date((await readClock()).now).getTime()
  return (
    <ClientMessages of={['common', 'errors', 'signIn', 'twoStep']}>
      <DoorFrame now={now}>
        {(await isHalfWay()) ? (
          <CodeForm next={next} />
        ) : (
          <SignInForm demo={isSandbox() ? DEMO_SIGN_INS : []} next={next} over={over !== undefined} />
        )}
      </DoorFrame>
    </ClientMessages>
  )
}
