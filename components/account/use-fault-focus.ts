import { type RefObject, useEffect, useRef } from 'react'

/** Put around the fields of a form: an answer that finds fault with one of them leads back to it. */
export function useFaultFocus(fault: unknown): RefObject<HTMLDivElement | null> {
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fault !== null) fields.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [fault])
  return fields
}
