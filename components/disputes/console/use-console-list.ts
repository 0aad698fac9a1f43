'use client'

import { useSearchParams } from 'next/navigation'
import { ALL } from '@/components/disputes/list/source'
import { type Lanes, useLanes } from '@/components/disputes/list/use-lanes'
import { type ConsoleGroup, type ConsoleTab, groupsOf, parseTab } from './lanes'

export type ConsoleList = Lanes<ConsoleGroup> & { tab: ConsoleTab }

/** The disputes of all shops that the URL asks for. */
export function useConsoleList(): ConsoleList {
  const tab = parseTab(useSearchParams().get('lane'))
  return { tab, ...useLanes(ALL, groupsOf(tab)) }
}
