'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { firstWindow, type RowWindow, windowOf } from './row-window'

/**
 * Which rows of a list of `count` are near what can be seen of it. The first answer is the server's. `groups`: all that
 * scrolls; when something of it changes the list may lie elsewhere.
 */
export function useRowWindow(list: RefObject<HTMLElement | null>, count: number, groups: unknown): RowWindow {
  const [rendered, setRendered] = useState(firstWindow)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is where its groups put it
  useLayoutEffect(() => {
    const element = list.current
    const scroller = element?.closest('[data-rows]')
    if (!element || !scroller) return
    const update = () => {
      const { clientHeight } = scroller
      // where list and pane take turns it may not be shown: it then stays as it was
      if (clientHeight === 0 || count === 0) return
      const above = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top
      const next = windowOf({ above, viewHeight: clientHeight, rowHeight: element.offsetHeight / count })
      setRendered((now) => (now.from === next.from && now.to === next.to ? now : next))
    }
    // before the frame that shows the new place is painted
    const scroll = () => flushSync(update)
    const observer = new ResizeObserver(update)
    update()
    observer.observe(scroller)
    scroller.addEventListener('scroll', scroll, { passive: true })
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', scroll)
    }
  }, [list, count, groups])
  return rendered
}
