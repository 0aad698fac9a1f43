'use client'

import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

/**
 * Gives the list the server's answer to begin with. Only the first: one that comes later with the page made anew knows
 * of a single page, and would take away what has been loaded below it.
 */
export function ListSeed({ state, children }: { state: DehydratedState; children: ReactNode }) {
  const [first] = useState(state)
  return <HydrationBoundary state={first}>{children}</HydrationBoundary>
}
