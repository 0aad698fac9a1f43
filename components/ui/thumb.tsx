'use client'

import { cx } from 'class-variance-authority'
import { useState } from 'react'

export type ThumbProps = {
  src: string | null
  alt: string
  /** Size by class; 40 px without. */
  className?: string
}

/** A picture of goods; a drawn box where there is none or it does not come. */
export function Thumb({ src, alt, className = 'size-10' }: ThumbProps) {
  const [failed, setFailed] = useState(false)
  const frame = cx('relative flex-none overflow-hidden rounded-md bg-pressed text-ink-3', className)
  if (src === null || failed) {
    return (
      <span aria-label={alt} className={cx('block', frame)} role="img">
        <svg
          aria-hidden="true"
          className="size-full"
          fill="none"
          stroke="currentColor"
          strokeWidth="1"
          viewBox="0 0 40 40"
        >
          <path d="m20 11 9 4.6v9.8L20 30l-9-4.6v-9.8z" strokeLinejoin="round" />
          <path d="m11 15.6 9 4.7 9-4.7M20 20.3V30M15.5 13.3l9 4.6" strokeLinejoin="round" />
        </svg>
      </span>
    )
  }
  // It may have failed before React came to listen.
  const look = (image: HTMLImageElement | null) => image?.complete && image.naturalWidth === 0 && setFailed(true)
  return (
    // biome-ignore lint/performance/noImgElement: shops give any address; our server is not to fetch it for them
    <img
      alt={alt}
      className={cx('object-cover', frame)}
      loading="lazy"
      onError={() => setFailed(true)}
      ref={(image) => void look(image)}
      src={src}
    />
  )
}
