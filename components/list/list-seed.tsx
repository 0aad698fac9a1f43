'use client'

import { type DehydratedState, hydrate, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

/**
 * Gives the list the server's answer to begin with. Only the first: one that comes later with the page made anew knows
 * of a single page, and would take away what has been loaded below it. And before anything is drawn: what the frame
 * around it asks for too is there from the first look on, so that nothing moves.
 */
export function ListSeed({ state, children }: { state: DehydratedState; children: ReactNode }) {
  const client = useQueryClient()
  useState(() => hydrate(client, state))
  return children
}
