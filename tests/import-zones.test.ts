import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const zones: [file: string, allowed: string[], refused: string[]][] = [
  [
    'app/cases/page.tsx',
    ['./queue', '../globals.css', '@/components/cases/queue', '@/lib/cases/queries', 'next/navigation'],
    ['@/app/other/part', '../other/part', '@/lib/db/pool'],
  ],
  [
    'components/cases/case-sheet.tsx',
    [
      './part',
      '@/components/ui/button',
      '@/components/layout/shell',
      '@/lib/cases/actions',
      '@/lib/cases/commands',
      '@/lib/cases/views',
      '@/lib/cases/domain/after-sale',
      '@/lib/cases/domain/decide/review',
      '@/lib/i18n/format',
      '@/lib/money',
      'react',
    ],
    [
      '@/app/cases/page',
      '@/lib/cases/queries',
      '@/lib/cases/store',
      '@/lib/db/pool',
      '@/lib/db/generated/client',
      '@/lib/env',
      '../ui/button',
      '../../lib/db/pool',
    ],
  ],
  [
    'components/ui/button.tsx',
    ['./slot', '@/components/ui/slot', 'radix-ui', 'react'],
    ['@/components/layout/shell', '@/lib/money', '@/lib/i18n/format', '../layout/shell'],
  ],
  [
    'lib/cases/handle-command.ts',
    ['./store', '@/lib/orders/store', '@/lib/clock', 'zod'],
    ['@/app/cases/page', '@/components/ui/button', '@/lib/db/pool', '../db/pool'],
  ],
  ['lib/cases/actions.ts', ['./handle-command', 'next/cache'], ['@/lib/db/prisma']],
  ...[
    'store',
    'sweep',
    'queries',
    'ledger',
    'worker',
    'message-store',
    'case-queries',
    'cases.test',
    'cases.db.test',
  ].map((name): [string, string[], string[]] => [
    `lib/cases/${name}.ts`,
    ['@/lib/db/pool', '@/lib/db/prisma'],
    ['@/app/cases/page', '@/components/ui/button', '../db/pool'],
  ]),
  ['lib/worker.ts', ['@/lib/db/pool'], ['@/components/ui/button']],
  ['lib/db/prisma.ts', ['@/lib/db/pool', './pool'], ['@/app/cases/page']],
  [
    'lib/cases/domain/evolve.ts',
    ['./after-sale', './decide/review'],
    ['../store', '@/lib/cases/store', '@/lib/money', '@/lib/db/pool', 'zod', 'pg', 'next', 'react', 'node:fs'],
  ],
  [
    'lib/cases/domain/decide/review.ts',
    ['./return', '../after-sale'],
    ['../../store', '../../../db/pool', '@/lib/cases/store', '@prisma/client', 'zod', 'node:crypto'],
  ],
  ['lib/cases/domain/evolve.test.ts', ['vitest', 'fast-check', './evolve'], ['@/components/ui/button']],
  ['tests/support/database.ts', ['@/lib/db/pool'], []],
]

// Each way to name a module, so that there is none around a zone: as a value, as a type, handed on, asked for later.
const waysToImport = [
  (source: string, n: number) => `import { value${n} } from '${source}'`,
  (source: string, n: number) => `import type { Type${n} } from '${source}'`,
  (source: string, n: number) => `export { other${n} } from '${source}'`,
  (source: string, n: number) => `export const later${n} = async () => import('${source}')`,
]

const root = realpathSync(mkdtempSync(join(tmpdir(), 'afterdesk-zones-')))
let refusals = new Map<string, number>()

beforeAll(() => {
  for (const file of ['biome.json', '.gitignore']) copyFileSync(file, join(root, file))
  for (const [file, allowed, refused] of zones) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), [...allowed, ...refused].flatMap(writeImports).join('\n'))
  }
  refusals = countRefusals()
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.each(zones)('%s', (file, allowed, refused) => {
  const sources = [...allowed, ...refused]

  test.each(allowed)('may import %s', (source) => {
    expect(refusals.get(`${file}:${sources.indexOf(source)}`) ?? 0).toBe(0)
  })

  test.each(refused)('may not import %s', (source) => {
    expect(refusals.get(`${file}:${sources.indexOf(source)}`)).toBe(waysToImport.length)
  })
})

function writeImports(source: string, index: number): string[] {
  return waysToImport.map((write) => write(source, index))
}

const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }) }),
  ),
})

// How often the linter refused an import, by file and place of the source in its list: four lines stand for each.
function countRefusals(): Map<string, number> {
  const rule = 'style/noRestrictedImports'
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/@biomejs/biome/bin/biome',
      ...['lint', '--reporter=json', '--max-diagnostics=none', `--only=${rule}`, `--config-path=${root}`, root],
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const counts = new Map<string, number>()
  for (const { category, location } of report.parse(JSON.parse(stdout)).diagnostics) {
    if (category !== `lint/${rule}`) throw new Error(`Biome says ${category} of ${location.path}`)
    const place = `${relative(root, location.path)}:${Math.floor((location.start.line - 1) / waysToImport.length)}`
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}
