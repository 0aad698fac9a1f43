/** Over the middle of the screen, its head always at one place; on a phone it is the whole screen. */
export const panelClass =
  'fixed inset-0 z-30 flex flex-col bg-surface outline-none md:inset-auto md:top-[min(96px,12dvh)] md:left-1/2 md:w-160 md:max-w-[calc(100vw-32px)] md:max-h-[min(560px,76dvh)] md:-translate-x-1/2 md:rounded-lg md:shadow-overlay'
