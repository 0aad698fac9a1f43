import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

export type DemoSignIn = { role: 'AGENT' | 'MANAGER' | 'SUPPORT'; email: string; password: string }

/** One of each to try the sandbox with. */
export function DemoSignIns({ signIns, onChoose }: { signIns: DemoSignIn[]; onChoose: (one: DemoSignIn) => void }) {
  const t = useTranslations('signIn')
  return (
    <div className="mt-6 border-t border-line pt-4">
      <p className="mb-2 text-xs text-ink-3">{t('demo')}</p>
      <ul className="flex flex-wrap gap-2">
        {signIns.map((one) => (
          <li key={one.email}>
            <Button onClick={() => onChoose(one)} title={one.email}>
              {t(`roles.${one.role}`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
