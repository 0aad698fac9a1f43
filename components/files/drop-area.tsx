'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type DragEvent, type ReactNode, type SyntheticEvent, useEffect, useState } from 'react'
import { carriesFiles, filesOfPaste } from './transfer'

export type DropAreaProps = {
  onFiles: (files: readonly File[]) => void
  /** Also takes what is pasted while no field is written in. */
  pasteAnywhere?: boolean
  children: ReactNode
}

/** Takes files that are dragged onto it or pasted in it. */
export function DropArea({ onFiles, pasteAnywhere = false, children }: DropAreaProps) {
  const t = useTranslations('files')
  const [over, setOver] = useState(false)
  usePasteAnywhere(pasteAnywhere, onFiles)
  useStrayDrops()

  const drag = (event: DragEvent) => {
    if (!isWithin(event) || !carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
  }
  const drop = (event: DragEvent) => {
    if (!isWithin(event) || !carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    setOver(false)
    onFiles(Array.from(event.dataTransfer.files))
  }
  const paste = (event: ClipboardEvent) => {
    if (isWithin(event)) takePaste(event, event.clipboardData, onFiles)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a shortcut; the button beside does the same
    <div className="relative" onDragEnter={drag} onDragLeave={leave} onDragOver={drag} onDrop={drop} onPaste={paste}>
      {children}
      <div
        aria-hidden="true"
        className={cx(
          'pointer-events-none absolute -inset-2 z-10 flex items-center justify-center rounded-md border border-dashed border-accent bg-accent-tint text-accent-ink',
          !over && 'hidden',
        )}
      >
        {t('drop')}
      </div>
    </div>
  )
}

// React also tells of what happens in the viewer, which hangs elsewhere on the page.
function isWithin({ target, currentTarget }: SyntheticEvent): boolean {
  return target instanceof Node && currentTarget.contains(target)
}

function usePasteAnywhere(on: boolean, onFiles: DropAreaProps['onFiles']): void {
  useEffect(() => {
    if (!on) return
    const paste = (event: globalThis.ClipboardEvent) => {
      const written =
        event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]')
      if (event.defaultPrevented || written || document.querySelector('[role="dialog"]')) return
      takePaste(event, event.clipboardData, onFiles)
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  })
}

function takePaste(event: { preventDefault(): void }, content: DataTransfer | null, onFiles: DropAreaProps['onFiles']) {
  const files = content ? filesOfPaste(content) : []
  if (files.length === 0) return
  event.preventDefault()
  onFiles(files)
}

/** A file let go of beside the area would be opened by the browser, and the desk be gone. */
function useStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    }
    addEventListener('dragover', refuse)
    addEventListener('drop', refuse)
    return () => {
      removeEventListener('dragover', refuse)
      removeEventListener('drop', refuse)
    }
  }, [])
}
