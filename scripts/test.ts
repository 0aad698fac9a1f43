import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Counts, readCounts } from '@/scripts/test-counts'
import { findSystemPostgres } from '@/tests/support/binaries'

interface Step {
  name: string
  commands: string[][]
  env?: Record<string, string>
  /** The JSON that a test runner leaves behind. */
  report?: string
}

const reports = mkdtempSync(join(tmpdir(), 'afterdesk-reports-'))
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const lines: string[] = []
const failure = runSteps(chooseSteps(process.argv.includes('--verify')))
rmSync(reports, { recursive: true, force: true })

console.log(['', ...lines, ''].join('\n'))
if (failure !== null) console.log(`${failure} failed; what comes after it was not run.\n`)
if (total.skipped > 0) console.log(`${total.skipped} skipped`)
// A step that fails without a failed test (a type error, a crash) is a failure all the same.
console.log(`${total.passed} passed, ${failure === null ? total.failed : Math.max(1, total.failed)} failed`)
process.exitCode = failure === null ? 0 : 1

/** Everything, in the order in which a failure is cheapest; `verify` is the part that takes seconds. */
function chooseSteps(verify: boolean): Step[] {
  const quick = [
    { name: 'Format, lint, import zones', commands: [['biome', 'check', '.']] },
    {
      name: 'Types',
      commands: [
        ['next', 'typegen'],
        ['tsc', '--noEmit'],
      ],
    },
    lintApi(),
    vitest('Unit tests', 'unit', ''),
    vitest('Integration tests, bundled PostgreSQL', 'integration', ''),
  ]
  if (verify) return quick
  const older = findSystemPostgres('15') ? [vitest('Integration tests, PostgreSQL 15', 'integration', '15')] : []
  const browser = join(reports, 'browser.json')
  return [
    {
      name: 'Dependencies: lockfile, known faults',
      commands: [lintLockfile(), ['tsx', 'scripts/audit.ts']],
    },
    ...quick,
    ...older,
    { name: 'Production build', commands: [['next', 'build']], env: { NODE_ENV: 'production' } },
    { name: 'Faults', commands: [['tsx', 'faults/run.ts', '--seed', '8', '--seconds', '20']] },
    {
      name: 'Browser journeys',
      commands: [['playwright', 'test', '--reporter=list,json']],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browser },
      report: browser,
    },
  ]
}

/** The document as it is generated, by redocly.yaml; nothing of it leaves the machine. */
function lintApi(): Step {
  const file = join(reports, 'openapi.json')
  return {
    name: 'OpenAPI document',
    commands: [
      ['tsx', 'scripts/openapi.ts', file],
      ['redocly', 'lint', file, '--config', 'redocly.yaml', '--format', 'stylish'],
    ],
    env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  }
}

/** Of the registry over https, by sha512; tests/lockfile.test.ts looks at the rest. */
function lintLockfile(): string[] {
  const rules = ['--allowed-hosts', 'npm', '--validate-https', '--validate-integrity', '--validate-package-names']
  return ['lockfile-lint', '--path', 'package-lock.json', '--type', 'npm', ...rules]
}

function vitest(name: string, project: string, postgres: string): Step {
  const report = join(reports, `${project}${postgres}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    name,
    commands: [['vitest', 'run', '--project', project, ...reporters]],
    env: { AFTERDESK_TEST_POSTGRES: postgres },
    report,
  }
}

/** Runs one step after the other up to the first that fails. Returns its name, or null when all went well. */
function runSteps(steps: readonly Step[]): string | null {
  for (const step of steps) {
    console.log(`\n── ${step.name}`)
    const begun = performance.now()
    const passed = step.commands.every((command) => run(command, step.env))
    const counts = step.report ? readCounts(step.report) : null
    if (counts) for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
    lines.push(summarise(step.name, passed, performance.now() - begun, counts))
    if (!passed) return step.name
  }
  return null
}

// A package's program by its name: npm puts node_modules/.bin on the PATH of what it runs; this works without npm too.
function run([program = '', ...args]: readonly string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(join('node_modules', '.bin', program), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32',
  })
  return status === 0
}

function summarise(name: string, passed: boolean, ms: number, counts: Counts | null): string {
  const tests = counts ? `${counts.passed}/${counts.passed + counts.failed}` : ''
  return `${passed ? '✓' : '✗'} ${name.padEnd(40)} ${(ms / 1000).toFixed(1).padStart(7)} s  ${tests}`
}
