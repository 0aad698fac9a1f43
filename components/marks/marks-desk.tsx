'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { CaseMarks } from '@/lib/marks/views'
import { type Marking, useMarking } from './use-marking'

type MarksDesk = Marking & { marks: CaseMarks }

const MarksContext = createContext<MarksDesk | null>(null)

/** Around a case of the shop's: how its people marked it, and how they do. */
export function MarksProvider({ marks, children }: { marks: CaseMarks; children: ReactNode }) {
  const marking = useMarking(marks)
  return <MarksContext value={{ ...marking, marks }}>{children}</MarksContext>
}

export function useMarks(): MarksDesk {
  const desk = useContext(MarksContext)
  if (!desk) throw new Error('There is no case around this that could be marked.')
  return desk
}
