import { cx } from 'class-variance-authority'
import { Check } from 'lucide-react'

/** How a box looks, for what is a box in another way than Checkbox. `some`: some of what it stands for. */
export function BoxMark({ checked, className }: { checked: boolean | 'some'; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'grid size-3.5 flex-none place-items-center rounded-[3px] border text-on-accent',
        checked === false ? 'border-line-control bg-surface' : 'border-accent bg-accent',
        className,
      )}
    >
      {checked === true && <Check size={12} strokeWidth={3} />}
      {checked === 'some' && <span className="block h-0.5 w-2 bg-on-accent" />}
    </span>
  )
}
