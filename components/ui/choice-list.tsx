import { cx } from 'class-variance-authority'
import { type ReactNode, useId } from 'react'

export type ChoiceListProps<V extends string> = {
  legend: ReactNode
  value: V
  onValueChange: (value: V) => void
  /** `hint`: what choosing it means. */
  options: readonly { value: V; label: ReactNode; hint: ReactNode }[]
  className?: string
}

/** One of a few that need a sentence each, one below the other. */
export function ChoiceList<V extends string>({ legend, value, onValueChange, options, className }: ChoiceListProps<V>) {
  const name = useId()
  return (
    <fieldset className={className}>
      <legend className="mb-1 text-xs text-ink-2">{legend}</legend>
      <div className="divide-y divide-line rounded-sm border border-line-control">
        {options.map((option) => (
          <label
            className={cx(
              'flex cursor-pointer gap-2.5 px-2.5 py-2 has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-focus',
              option.value === value ? 'bg-accent-tint' : 'hover:bg-inset',
            )}
            key={option.value}
          >
            <input
              aria-describedby={`${name}-${option.value}`}
              aria-labelledby={`${name}-${option.value}-label`}
              checked={option.value === value}
              className="mt-0.5 size-4 flex-none accent-accent outline-none max-md:mt-1"
              name={name}
              onChange={() => onValueChange(option.value)}
              type="radio"
            />
            <span className="min-w-0">
              <span className="font-semibold text-ink" id={`${name}-${option.value}-label`}>
                {option.label}
              </span>
              <span className="block text-xs text-ink-2 max-md:leading-read" id={`${name}-${option.value}`}>
                {option.hint}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
