'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { onToast, type Toast } from '@/components/ui/toast'

export { toast } from '@/components/ui/toast'

const ToastSurface = lazy(() => import('@/components/ui/toast-surface'))

/** Where toasts appear, once on a page. Its code comes with the first of them. */
export function Toaster({ label }: { label: string }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  useEffect(() => onToast((toast) => setToasts((before) => [...before, toast])), [])
  if (toasts.length === 0) return null
  return (
    <Suspense>
      <ToastSurface label={label} toasts={toasts} />
    </Suspense>
  )
}
