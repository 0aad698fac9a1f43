import { cx } from 'class-variance-authority'
import { BoxMark } from '@/components/ui/box-mark'
import { Skeleton } from '@/components/ui/skeleton'

const WIDTHS = [
  ['h-2.5 w-[62%]', 'h-2.5 w-[78%]'],
  ['h-2.5 w-[48%]', 'h-2.5 w-[70%]'],
  ['h-2.5 w-[70%]', 'h-2.5 w-[74%]'],
  ['h-2.5 w-[55%]', 'h-2.5 w-[66%]'],
  ['h-2.5 w-[64%]', 'h-2.5 w-[80%]'],
  ['h-2.5 w-[50%]', 'h-2.5 w-[72%]'],
] as const

/** Rows of the true shape, before the first ones come; `boxed`: with the box at their left. */
export function RowSkeletons({ label, boxed = false }: { label: string; boxed?: boolean }) {
  return (
    <div aria-busy="true" role="status">
      <span className="sr-only">{label}</span>
      {WIDTHS.map(([title, sentence]) => (
        <div
          aria-hidden="true"
          className={cx(
            'relative grid h-(--size-row) grid-cols-[76px_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-4 max-md:h-17',
            boxed && 'md:pl-10.5',
          )}
          key={title + sentence}
        >
          {boxed && <BoxMark checked={false} className="absolute left-4 opacity-40 max-md:hidden" />}
          <div className="grid gap-1.25">
            <Skeleton className="h-2.5 w-15" />
            <Skeleton className="h-(--size-fuse) w-full" />
          </div>
          <div className="grid gap-2.5">
            <Skeleton className={title} />
            <Skeleton className={sentence} />
          </div>
        </div>
      ))}
    </div>
  )
}
