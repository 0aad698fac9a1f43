'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

/** For what the browser has to fetch again by itself; the server gives the first answer. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 2, staleTime: 1000 } } }))
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
