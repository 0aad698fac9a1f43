'use client'

import { cx } from 'class-variance-authority'
import { ImageOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Icon } from '@/components/ui/icon'

export type PictureProps = {
  src: string
  name: string
  /** Not yet, or not at all, what it will be. */
  dimmed?: boolean
  /** Stands over it. */
  mark?: ReactNode
}

/** A small picture that fills its frame, whose ground shows until it is there; its name where it cannot be shown. */
export function Picture({ src, name, dimmed = false, mark }: PictureProps) {
  const [broken, setBroken] = useState(false)
  if (broken) {
    return (
      <span className="flex size-full flex-col items-center justify-center gap-0.5 px-1 text-ink-3">
        {mark ?? <Icon as={ImageOff} />}
        <span className="w-full truncate text-center text-2xs">{name}</span>
      </span>
    )
  }
  // It may have failed before React came to listen.
  const look = (image: HTMLImageElement | null) => image?.complete && image.naturalWidth === 0 && setBroken(true)
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: the desk's own small picture, behind the session */}
      <img
        alt=""
        className={cx('size-full object-cover', dimmed && 'opacity-50')}
        loading="lazy"
        onError={() => setBroken(true)}
        ref={(image) => void look(image)}
        src={src}
      />
      {mark && <span className="absolute inset-0 flex items-center justify-center">{mark}</span>}
    </>
  )
}
