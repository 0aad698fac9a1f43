/** As long as a decided row takes to fold away (--duration-base), in ms. */
const CLOSE_UP_MS = 160

/** The rows below one that has left glide to where they are now. `moveOf`: how far down a row was moved, in px. */
export function closeUp(scroller: HTMLElement, moveOf: (no: string) => number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  for (const row of scroller.querySelectorAll<HTMLElement>('[data-row]')) {
    const move = moveOf(row.dataset.row ?? '')
    if (move === 0) continue
    row.animate({ transform: [`translateY(${-move}px)`, 'none'] }, { duration: CLOSE_UP_MS, easing: EASE_OUT })
  }
}

const EASE_OUT = 'cubic-bezier(0.2, 0, 0, 1)'
