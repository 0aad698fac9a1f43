import { Skeleton } from '@/components/ui/skeleton'

const WIDTHS = [
  ['h-2.5 w-[70%]', 'h-2.5 w-[52%]', 'h-2.5 w-[78%]'],
  ['h-2.5 w-[58%]', 'h-2.5 w-[64%]', 'h-2.5 w-[70%]'],
  ['h-2.5 w-[66%]', 'h-2.5 w-[48%]', 'h-2.5 w-[74%]'],
] as const

/** Rows of the true shape, before the first ones come. */
export function ColumnSkeletons({ label }: { label: string }) {
  return (
    <div aria-busy="true" role="status">
      <span className="sr-only">{label}</span>
      {WIDTHS.map((lines) => (
        <div
          aria-hidden="true"
          className="grid h-20 grid-cols-[76px_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-4"
          key={lines.join()}
        >
          <div className="grid gap-1.25">
            <Skeleton className="h-2.5 w-15" />
            <Skeleton className="h-(--size-fuse) w-full" />
          </div>
          <div className="grid gap-2.5">
            {lines.map((line) => (
              <Skeleton className={line} key={line} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
