'use client'

import { useSyncExternalStore } from 'react'
import { actsVersion, onActs, readActs } from '@/components/layout/acts'
import type { Viewer } from '@/lib/auth/views'
import { rank } from './matching'
import type { Group } from './options'
import { useCases, useSearchAll } from './use-cases'
import { useOwnActs } from './use-own-acts'
import { usePlaces } from './use-places'
import { wordsOf } from './words'

/** All that there is for the text: cases, what can be done now, where one can go. Empty groups are left out. */
export function useGroups(viewer: Viewer, text: string): Group[] {
  useSyncExternalStore(onActs, actsVersion, actsVersion)
  const cases = useCases(viewer, text)
  const own = useOwnActs(viewer)
  const acts = rank(text, [...readActs(), ...own], ({ id, label }) => ({ label, words: wordsOf(id) }))
  const places = usePlaces(viewer, text)
  const searchAll = useSearchAll(viewer, text)
  // where something else is meant, nobody looks for a case
  const quiet = acts.length + places.length > 0
  const groups: Group[] = [
    ...cases.map((group) => ({ ...group, note: group.failed || !quiet ? group.note : null })),
    { name: 'acts', options: acts.map((act) => ({ id: `act:${act.id}`, kind: 'act', act, run: act.run })) },
    { name: 'places', options: places },
    { name: 'search', options: searchAll ? [searchAll] : [] },
  ]
  return groups.filter(({ options, note }) => options.length > 0 || note)
}
