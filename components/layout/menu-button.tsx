'use client'

import { type ComponentProps, type ReactNode, Suspense, useState } from 'react'

export type MenuButtonProps = Pick<ComponentProps<'button'>, 'aria-label' | 'className'> & {
  children: ReactNode
  /** Fetches the menu's code: called when somebody is about to open it. */
  preload: () => void
  /** The menu, open, with a button of the same look as its trigger. */
  menu: (button: ReactNode) => ReactNode
}

/** Opens a menu whose code comes when it is wanted: no page waits for menus that nobody opens. */
export function MenuButton({ preload, menu, ...look }: MenuButtonProps) {
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      {...look}
      aria-expanded={wanted}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
      onFocus={preload}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        setWanted(true)
      }}
      onPointerEnter={preload}
      type="button"
    />
  )
  if (!wanted) return button
  return <Suspense fallback={button}>{menu(<button {...look} type="button" />)}</Suspense>
}
