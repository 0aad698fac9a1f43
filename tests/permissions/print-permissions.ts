import { ACTIONS, PAGES, ROUTES, type Who, type WhoAtRoute } from '@/tests/support/who-may'
import { may } from './people'

/** The tables as a page to read. */

const NOBODY = { out: false, here: null, there: null, support: false } as const
const COLUMNS = {
  'signed out': { ...NOBODY, out: true },
  agent: { ...NOBODY, here: 'AGENT' },
  manager: { ...NOBODY, here: 'MANAGER' },
  support: { ...NOBODY, support: true },
} as const

const NOTES: { [W in Who]?: string } = {
  VIEWER: 'his own',
  DESK: 'of the shop that his desk shows',
  MEMBER: 'of the shop of what is named',
  OWNER: 'his own, of what is named',
  MANAGER: 'of the shop of what is named',
  OUTSIDE_SUPPORT: 'not of a shop that he works for',
  MEMBER_OR_SUPPORT: 'of the shop of what is named, or support',
  MANAGER_OR_SUPPORT: 'of the shop of what is named, or support',
  MANAGER_OR_OUTSIDE_SUPPORT: 'of the shop of what is named, or support that does not work for it',
}

const INTRO = `# Who may what

Printed from \`tests/support/who-may.ts\`, which the tests in \`tests/permissions/\` hold the code to: they find every page, action and
route in the code, and try each as everybody (signed out, agent, manager, support, both, of this shop, of another, of none,
deactivated, demoted, with an old password's session) on what is the shop's, on another's, and on what is no name. A new one that
is missing here fails them.

To somebody of another shop what is named does not exist: he gets the answer that an unknown name gets. Who is put out or
loses a role is out with his next click. To print this page anew: \`npx vitest run --project integration tests/permissions/pages -u\`.
`

export function printPermissions(): string {
  return [
    INTRO,
    '## Pages\n',
    table(Object.entries(PAGES).map(([page, who]) => [addressOf(page), who])),
    '\n## Actions\n',
    table(Object.entries(ACTIONS)),
    '\n## Routes\n',
    table(Object.entries(ROUTES).map(([route, who]) => [route.replace(' ', ' /api/'), who])),
    '',
  ].join('\n')
}

function table(rows: [string, WhoAtRoute][]): string {
  const head = ['', ...Object.keys(COLUMNS), '']
  return [head, head.map(() => '---'), ...rows.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cellsOf([name, who]: [string, WhoAtRoute]): string[] {
  const shown = `\`${name}\``
  if (who === 'KEY') return [shown, '', '', '', '', 'an API key alone']
  if (who === 'SIGNED') return [shown, '', '', '', '', 'the payment service’s signature alone']
  return [shown, ...Object.values(COLUMNS).map((standing) => (may(who, standing) ? '✓' : '')), NOTES[who] ?? '']
}

/** As a browser shows it. */
function addressOf(page: string): string {
  return `/${page.replaceAll(/\([^)]*\)\/?/g, '')}`
}
