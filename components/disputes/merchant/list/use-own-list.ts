'use client'

import { useSearchParams } from 'next/navigation'
import { OWN } from '@/components/disputes/list/source'
import { type LaneGroup, type Lanes, useLanes } from '@/components/disputes/list/use-lanes'
import { groupsOfTab, type OwnTab, parseOwnTab } from './own-tab'

export type OwnDisputes = Lanes<LaneGroup> & { tab: OwnTab }

/** The shop's disputes that the URL asks for. */
export function useOwnList(): OwnDisputes {
  const tab = parseOwnTab(useSearchParams().get('lane'))
  return { tab, ...useLanes(OWN, groupsOfTab(tab)) }
}
