/** Lateness or latency, in ms. */
export type Late = { count: number; p50: number; p90: number; p99: number; longest: number }

export function percentilesOf(values: readonly number[]): Late {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { count: sorted.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), longest: at(1) }
}

export function formatLate({ p50, p90, p99, longest }: Late): string {
  return Object.entries({ p50, p90, p99, longest })
    .map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`)
    .join(', ')
}
