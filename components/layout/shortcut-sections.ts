/**
 * Every key of the desk, by where it works. What each does is `shell.keys.<act>`; `⌘` stands for the computer's own
 * modifier.
 */
export const SECTIONS = {
  list: [
    ['move', 'J', 'K'],
    ['focus', '↑', '↓'],
    ['ends', 'Home', 'End'],
    ['open', 'Enter', 'O'],
    ['back', 'Esc'],
    ['begin', 'A', 'R', 'C'],
  ],
  case: [
    ['approve', 'A'],
    ['confirm', 'Enter', 'Esc'],
    ['reject', 'R'],
    ['reason', '1', '–', '8'],
    ['contact', 'C'],
    ['service', 'S'],
    ['escalate', 'E'],
    ['assign', 'I'],
    ['flag', 'F'],
    ['note', 'M'],
  ],
  selected: [
    ['select', 'X'],
    ['selectRange', 'Shift', 'X'],
    ['selectAll', '⌘', 'A'],
    ['approveAll', 'A'],
    ['messageAll', 'C'],
    ['logAll', 'L'],
    ['assignAll', 'I'],
    ['letGo', 'Esc'],
  ],
  writing: [
    ['message', 'Enter'],
    ['breakLine', 'Shift', 'Enter'],
    ['quickReply', '/'],
    ['send', '⌘', 'Enter'],
    ['leave', 'Esc'],
  ],
  board: [
    ['move', 'J', 'K'],
    ['focus', '↑', '↓'],
    ['ends', 'Home', 'End'],
    ['columns', '←', '→'],
    ['open', 'Enter', 'O'],
  ],
  console: [
    ['move', 'J', 'K'],
    ['focus', '↑', '↓'],
    ['back', 'Esc'],
    ['claim', 'T'],
    ['liability', '1', '2', '3', '4'],
    ['refund', 'R'],
    ['refundPart', 'P'],
    ['returnFirst', 'B'],
    ['dismiss', 'D'],
    ['rationale', 'W'],
    ['rule', '⌘', 'Enter'],
    ['moreEvidence', 'M'],
  ],
  everywhere: [
    ['palette', '⌘', 'K'],
    ['search', '/'],
    ['notices', 'N'],
    ['help', '?'],
  ],
  /** Support has no queue to search. */
  anywhere: [
    ['palette', '⌘', 'K'],
    ['notices', 'N'],
    ['help', '?'],
  ],
} as const

export type SectionName = keyof typeof SECTIONS

/** What there is for this viewer, that of the open screen first. */
export function sectionsOf(
  pathname: string,
  { member, support }: { member: boolean; support: boolean },
): SectionName[] {
  const desk: SectionName[] = member ? ['list', 'case', 'writing', 'selected'] : []
  const board: SectionName[] = member ? ['board'] : []
  const console: SectionName[] = support ? ['console'] : []
  const all: SectionName[] = member ? ['everywhere'] : ['anywhere']
  if (pathname.startsWith('/disputes')) return [...console, ...all, ...desk, ...board]
  if (pathname.startsWith('/services')) return [...board, ...all, ...desk, ...console]
  return [...desk, ...all, ...board, ...console]
}
