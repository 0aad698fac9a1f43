import type { LaneGroup } from '@/components/disputes/list/use-lanes'

/** The tabs over a shop's own disputes. */
export const OWN_TABS = ['OPEN', 'OVER'] as const
export type OwnTab = (typeof OWN_TABS)[number]

/** What the URL says, never wrong: what is no tab is the first. */
export function parseOwnTab(value: string | null): OwnTab {
  return OWN_TABS.find((tab) => tab === value) ?? 'OPEN'
}

/** Each group is in one order, by when it ends; under review nothing ends by itself, so that comes last. */
export function groupsOfTab(tab: OwnTab): readonly LaneGroup[] {
  return tab === 'OVER' ? [{ lanes: ['OVER'] }] : [{ lanes: ['EVIDENCE', 'MORE_EVIDENCE'] }, { lanes: ['TO_RULE'] }]
}
