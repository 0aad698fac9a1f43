'use client'

import { useEffect, useRef } from 'react'
import { Toaster as Sonner, toast as show } from 'sonner'
import type { Toast } from '@/components/ui/toast'

export default function ToastSurface({ label, toasts }: { label: string; toasts: Toast[] }) {
  const shown = useRef(0)
  // Effects of children run first: the surface listens by the time the first toast is shown.
  useEffect(() => {
    for (const { message, options } of toasts.slice(shown.current)) show(message, options)
    shown.current = toasts.length
  }, [toasts])
  return (
    <Sonner
      containerAriaLabel={label}
      gap={8}
      mobileOffset={{ bottom: 72, left: 12, right: 12 }}
      offset={16}
      position="bottom-left"
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        duration: 5000,
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-2 rounded-md bg-inverse px-3 py-2.5 text-sm text-on-inverse shadow-overlay md:w-90',
          content: 'min-w-0 flex-1',
          actionButton: 'rounded-sm px-1.5 font-semibold underline underline-offset-3',
        },
      }}
      visibleToasts={3}
    />
  )
}
