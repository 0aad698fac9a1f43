import { markdownTable } from 'markdown-table'

/** What a measurement is about, what it came to, and what it should have. */
export type Finding = {
  name: string
  /** A ratio where `unit` is ×. */
  value: number
  unit: '×' | 'ms' | 's' | '/s' | 'MB' | 'kB' | ''
  /** Over all rounds, where it is the median of several. */
  range?: readonly [least: number, most: number]
  target?: { atMost: number } | { atLeast: number }
}

/** Whether it is as good as it should be; null where nothing was set. */
export function isMet({ value, target }: Finding): boolean | null {
  if (!target) return null
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast
}

/** A table for people, in Markdown. */
export function formatFindings(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => {
    const met = isMet(finding)
    return [
      finding.name,
      show(finding.value, finding.unit),
      finding.range ? finding.range.map((one) => figure(one)).join(' – ') : '',
      targetOf(finding),
      met === null ? '' : met ? 'met' : 'missed',
    ]
  })
  return markdownTable([['', 'measured', 'range', 'target', ''], ...rows], { align: ['l', 'r', 'r', 'r', 'l'] })
}

/** The middle one of several rounds, and their range. */
export function middle(values: readonly number[]): { value: number; range: readonly [number, number] } {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return { value, range: [sorted[0] ?? value, sorted.at(-1) ?? value] }
}

function targetOf({ target, unit }: Finding): string {
  if (!target) return ''
  return 'atMost' in target ? `≤ ${show(target.atMost, unit)}` : `≥ ${show(target.atLeast, unit)}`
}

function show(value: number, unit: Finding['unit']): string {
  return unit === '×' ? `× ${figure(value)}` : `${figure(value)}${unit === '' || unit === '/s' ? unit : ` ${unit}`}`
}

/** Three figures that count. */
function figure(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}
