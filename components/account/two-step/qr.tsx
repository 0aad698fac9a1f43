import type { QrPicture } from '@/lib/two-step/views'

/** Dark on light in either scheme: not every camera reads the reverse. */
export function Qr({ picture: { size, path }, label }: { picture: QrPicture; label: string }) {
  return (
    <svg
      aria-label={label}
      className="mx-auto size-50 rounded-sm border border-line"
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${size} ${size}`}
    >
      <rect fill="#fff" height={size} width={size} />
      <path d={path} fill="#000" />
    </svg>
  )
}
