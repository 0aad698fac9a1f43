import { cva } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import { Moment } from './moment'
import type { ServiceTrack } from './service-track'

const stepClass = cva(
  [
    'relative min-w-0 flex-1 pt-4 pr-2 text-xs',
    'before:absolute before:top-1 before:left-0 before:size-2 before:rounded-full',
    'not-last:after:absolute not-last:after:top-[7.5px] not-last:after:right-1.5 not-last:after:left-3.5 not-last:after:border-t',
  ],
  {
    variants: {
      state: {
        taken: 'text-ink before:bg-calm',
        current: 'font-semibold text-ink before:bg-ok before:shadow-[0_0_0_3px_var(--color-ok-tint)]',
        coming: 'text-ink-3 before:shadow-[inset_0_0_0_1.5px_var(--color-line-control)]',
      },
      /** Whether the next one was taken. */
      on: {
        true: 'not-last:after:border-line-control',
        false: 'not-last:after:border-dashed not-last:after:border-line-strong',
      },
    },
  },
)

/** The way of a service: what was done and when, where it stands, what is still to come. */
export function ServiceSteps({ track: { taken, coming }, now }: { track: ServiceTrack; now: number }) {
  const t = useTranslations('case.service')
  const last = taken.length - 1
  return (
    <ol className="flex">
      {taken.map(({ name, at }, index) => (
        <li
          aria-current={index === last ? 'step' : undefined}
          className={stepClass({ state: index === last ? 'current' : 'taken', on: index < last })}
          key={`${name}-${at}`}
        >
          {t(`step.${name}`)}
          <span className="block font-normal text-ink-3">
            <Moment at={at} now={now} />
          </span>
        </li>
      ))}
      {coming.map((name) => (
        <li className={stepClass({ state: 'coming', on: false })} key={name}>
          {t(`step.${name}`)}
          <span className="sr-only"> {t('coming')}</span>
        </li>
      ))}
    </ol>
  )
}
