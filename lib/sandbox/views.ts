const HOUR_MS = 60 * 60 * 1000

/** How far the sandbox's time can be moved on at once, in ms: past an hour, six, a review's limit, a return's. */
export const SANDBOX_STEPS = { h1: HOUR_MS, h6: 6 * HOUR_MS, h48: 48 * HOUR_MS, d10: 240 * HOUR_MS } as const
export type SandboxStep = keyof typeof SANDBOX_STEPS
