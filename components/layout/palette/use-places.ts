'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ALL, OWN } from '@/components/disputes/list/source'
import { SETTINGS_PAGES } from '@/components/settings/settings-pages'
import type { Viewer } from '@/lib/auth/views'
import { rank } from './matching'
import type { Option } from './options'
import { wordsOf } from './words'

type Place = { id: string; label: string; href: string; hint?: string }

/** Every page that this viewer has, in the order of the side bar. */
export function usePlaces({ current, memberships, support }: Viewer, text: string): Option[] {
  const t = useTranslations('shell')
  const router = useRouter()
  const manages = current?.role === 'MANAGER'
  const places: (Place | false | null)[] = [
    current && { id: 'cases', label: t('afterSales'), href: '/cases' },
    current && { id: 'services', label: t('services'), href: '/services' },
    current && { id: 'disputes', label: t('disputes'), href: OWN.path },
    support && { id: 'disputes:all', label: t(current ? 'palette.allDisputes' : 'disputes'), href: ALL.path },
    (support || memberships.some(({ role }) => role === 'MANAGER')) && {
      id: 'refunds',
      label: t('stuckRefunds'),
      href: '/refunds',
    },
    ...(manages ? SETTINGS_PAGES : []).map(({ name, href }) => ({
      id: name,
      label: t(`settingsPages.${name}`),
      href,
      hint: t('settings'),
    })),
    {
      id: 'noticeSettings',
      label: t('notificationSettings'),
      href: current ? '/notifications/settings' : '/support/notifications',
    },
    { id: 'account', label: t('account'), href: '/account' },
    { id: 'rules', label: t('rules'), href: '/rules' },
    (manages || support) && { id: 'apiDocs', label: t('palette.apiDocs'), href: '/api/docs' },
  ]
  const had = places.filter((place): place is Place => Boolean(place))
  return rank(text, had, ({ id, label, hint }) => ({ label, words: `${wordsOf(id)} ${hint ?? ''}` })).map(
    ({ id, label, hint, href }) => ({
      id: `place:${id}`,
      kind: 'place',
      label,
      ...(hint && { hint }),
      run: () => {
        router.push(href)
        document.getElementById('content')?.focus({ preventScroll: true })
      },
    }),
  )
}
