'use client'

import { cx } from 'class-variance-authority'
import type { MouseEvent } from 'react'
import { BoxMark } from '@/components/ui/box-mark'

export type RowBoxProps = {
  checked: boolean
  /** On a phone too, where boxes are there only while somebody selects. */
  shown: boolean
  /** `range`: with all from the one before. */
  onToggle: (range: boolean) => void
}

/** The left end of a row, whole: a click there selects and does not open. X does the same; the row itself says that it is checked. */
export function RowBox({ checked, shown, onToggle }: RowBoxProps) {
  const toggle = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onToggle(event.shiftKey)
  }
  return (
    <span
      aria-hidden="true"
      className={cx('absolute inset-y-0 left-0 w-12 items-center pl-4 md:flex md:w-10.5', shown ? 'flex' : 'hidden')}
      data-box
      onClick={toggle}
      // a range of rows is no range of text
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <BoxMark checked={checked} />
    </span>
  )
}
