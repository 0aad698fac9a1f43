/** What is asked for. `seen`: what the screen showed; absent where nobody looked at one. */
export type Switching = { enabled: boolean; seen?: boolean | undefined }
export type SwitchDecision =
  | { kind: 'CHANGED' | 'UNCHANGED'; since: number | null }
  | { kind: 'REFUSED'; refusal: { code: 'switchedMeanwhile'; enabled: boolean } }

/**
 * R5.1 `since`: epoch ms since when it is on; null: off. Who looked at what was no longer so is told, even if somebody did
 * just what he wants. What is on already stays on since then.
 */
export function decideSwitch(since: number | null, { enabled, seen }: Switching, now: number): SwitchDecision {
  const isOn = since !== null
  if (seen !== undefined && seen !== isOn)
    return { kind: 'REFUSED', refusal: { code: 'switchedMeanwhile', enabled: isOn } }
  return enabled === isOn ? { kind: 'UNCHANGED', since } : { kind: 'CHANGED', since: enabled ? now : null }
}
