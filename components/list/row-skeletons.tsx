import { Skeleton } from '@/components/ui/skeleton'

const WIDTHS = [
  ['h-2.5 w-[62%]', 'h-2.5 w-[78%]'],
  ['h-2.5 w-[48%]', 'h-2.5 w-[70%]'],
  ['h-2.5 w-[70%]', 'h-2.5 w-[74%]'],
  ['h-2.5 w-[55%]', 'h-2.5 w-[66%]'],
  ['h-2.5 w-[64%]', 'h-2.5 w-[80%]'],
  ['h-2.5 w-[50%]', 'h-2.5 w-[72%]'],
] as const

/** Rows of the true shape, before the first ones come. */
export function RowSkeletons({ label }: { label: string }) {
  return (
    <div aria-busy="true" role="status">
      <span className="sr-only">{label}</span>
      {WIDTHS.map(([title, sentence]) => (
        <div
          aria-hidden="true"
          className="grid h-(--size-row) grid-cols-[76px_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-4 max-md:h-17"
          key={title + sentence}
        >
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
