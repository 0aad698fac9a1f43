/** The clauses of docs/rules.md that decisions and refusals cite. */
export const CLAUSES = [
  'R0.2',
  'R0.3',
  'R0.5',
  'R0.7',
  'R0.8',
  'R1.1',
  'R1.2',
  'R1.3',
  'R1.4',
  'R2.1',
  'R2.2',
  'R2.3',
  'R2.4',
  'R2.5',
  'R2.6',
  'R2.7',
  'R6.1',
  'R6.2',
  'R7.1',
  'R7.2',
] as const
export type Clause = (typeof CLAUSES)[number]
