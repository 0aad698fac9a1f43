'use client'

import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { ViewedPicture } from './viewer'

const Viewer = lazy(() => import('./viewer'))

type Opened = { pictures: readonly ViewedPicture[]; at: number; opener: HTMLElement }

/** A viewer for pictures; its code comes when it is first wanted. `opener` has the focus again afterwards. */
export function useViewer(): { open: (opened: Opened) => void; node: ReactNode } {
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => {
    opened?.opener.focus()
    setOpened(null)
  }
  return {
    open: setOpened,
    node: opened && (
      <Suspense>
        <Viewer at={opened.at} onClose={close} pictures={opened.pictures} />
      </Suspense>
    ),
  }
}
