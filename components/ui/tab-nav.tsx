'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** Links in a line that scrolls where it has no room: the one that is chosen (`aria-current`) is always to be seen. */
export function TabNav({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  const nav = useRef<HTMLElement>(null)
  const path = usePathname()
  const search = useSearchParams().toString()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the URL is what chooses
  useLayoutEffect(() => {
    const element = nav.current
    if (!element) return
    const show = () => {
      const link = element.querySelector('[aria-current]')?.getBoundingClientRect()
      const line = element.getBoundingClientRect()
      if (link) element.scrollLeft += link.x + link.width / 2 - (line.x + line.width / 2)
    }
    show()
    // counts come later, and so may what takes its room beside it
    const observer = new ResizeObserver(show)
    for (const part of [element, ...element.children]) observer.observe(part)
    return () => observer.disconnect()
  }, [path, search])
  return (
    <nav aria-label={label} className={className} ref={nav}>
      {children}
    </nav>
  )
}
