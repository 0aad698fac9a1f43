'use client'

import 'yet-another-react-lightbox/styles.css'
import './viewer.css'
import { ChevronLeft, ChevronRight, ImageOff, X, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import Lightbox, { type Labels, type SlideImage } from 'yet-another-react-lightbox'
import Zoom from 'yet-another-react-lightbox/plugins/zoom'
import { Icon } from '@/components/ui/icon'

/** `width` and `height` in pixels, null where they are not known. */
export type ViewedPicture = { src: string; name: string; width: number | null; height: number | null }
export type ViewerProps = { pictures: readonly ViewedPicture[]; at: number; onClose: () => void }

/** One picture at a time over the whole screen: arrows turn the page, Esc closes, plus and minus zoom. */
export default function Viewer({ pictures, at, onClose }: ViewerProps) {
  const t = useTranslations('files.viewer')
  const [shown, setShown] = useState(at)
  // other slides would begin anew at the first one that was opened
  const slides = useMemo(() => pictures.map(slideOf), [pictures])
  const several = pictures.length > 1
  const labels: Labels = {
    Lightbox: t('label'),
    'Photo gallery': t('label'),
    Carousel: t('gallery'),
    Slide: t('slide'),
    '{index} of {total}': t('position', { index: '{index}', total: '{total}' }),
    Previous: t('previous'),
    Next: t('next'),
    Close: t('close'),
    'Zoom in': t('zoomIn'),
    'Zoom out': t('zoomOut'),
  }
  return (
    <Lightbox
      carousel={{ finite: true, padding: 0, preload: 1 }}
      className="afterdesk-viewer"
      close={onClose}
      controller={{ closeOnBackdropClick: true, closeOnPullDown: true }}
      index={at}
      labels={labels}
      on={{ view: ({ index }) => setShown(index) }}
      open
      plugins={[Zoom]}
      render={{
        controls: () => <Caption name={pictures[shown]?.name ?? ''} n={shown + 1} of={pictures.length} />,
        iconClose: () => <Icon as={X} />,
        iconError: () => <Failure />,
        iconNext: () => <Icon as={ChevronRight} />,
        iconPrev: () => <Icon as={ChevronLeft} />,
        iconZoomIn: () => <Icon as={ZoomIn} />,
        iconZoomOut: () => <Icon as={ZoomOut} />,
        ...(!several && { buttonNext: () => null, buttonPrev: () => null }),
      }}
      slides={slides}
      zoom={{ maxZoomPixelRatio: 3, scrollToZoom: true }}
    />
  )
}

function slideOf({ src, name, width, height }: ViewedPicture): SlideImage {
  return { src, alt: name, ...(width !== null && height !== null && { width, height }) }
}

function Caption({ name, n, of }: { name: string; n: number; of: number }) {
  const t = useTranslations('files.viewer')
  return (
    <p className="afterdesk-viewer-caption">
      <span className="truncate text-ink">{name}</span>
      {of > 1 && <span className="flex-none text-ink-3">{t('position', { index: n, total: of })}</span>}
    </p>
  )
}

function Failure() {
  const t = useTranslations('files.viewer')
  return (
    <span className="flex items-center gap-2 text-ink-2">
      <Icon as={ImageOff} />
      {t('failed')}
    </span>
  )
}
