import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Icon } from '@/components/ui/icon'

/** What the control inside must carry, so that its label, hint and error belong to it. */
export type ControlProps = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }

export type FieldProps = {
  label: ReactNode
  /** To the right of the label: a link, a count. */
  end?: ReactNode
  hint?: ReactNode
  /** To the right of the hint: "82 / 500". */
  hintEnd?: ReactNode
  error?: ReactNode
  className?: string
  children: (control: ControlProps) => ReactNode
}

/** Label, control, and below it the error, or else the hint. */
export function Field({ label, end, hint, hintEnd, error, className, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const noted = Boolean(error || hint)
  return (
    <div className={className}>
      <div className="mb-1 flex items-baseline gap-2 text-xs text-ink-2">
        <label htmlFor={id}>{label}</label>
        {end && <span className="ml-auto text-ink-3">{end}</span>}
      </div>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': noted ? noteId : undefined })}
      {(noted || hintEnd) && (
        <div className="mt-1.5 flex items-baseline gap-3 text-xs text-ink-3">
          {error ? (
            <span className="flex items-center gap-1.5 text-danger" id={noteId}>
              <Icon as={TriangleAlert} small />
              {error}
            </span>
          ) : (
            hint && <span id={noteId}>{hint}</span>
          )}
          {hintEnd && <span className="ml-auto whitespace-nowrap">{hintEnd}</span>}
        </div>
      )}
    </div>
  )
}
