import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Finding, formatFindings } from './finding'

/**
 * Every measurement one after the other, each in a process of its own: `npm run bench [-- name …] [--json file] [--write]`.
 * `--write` puts what was found into docs/bench.md. A measurement that fails, fails all of it in the end.
 */

const BENCHES: { [name: string]: { title: string; args: readonly string[] } } = {
  sweep: { title: 'The sweep', args: [] },
  storm: { title: 'A storm', args: [] },
  decision: { title: 'One decision', args: [] },
  growth: { title: 'Growth', args: [] },
  http: { title: 'Pages, actions and the API', args: [] },
  page: { title: 'The queue in a browser', args: [] },
  live: { title: 'News', args: [] },
  'ten-decisions': { title: 'Ten decisions by keyboard', args: [] },
}

const findingsSchema: z.ZodType<Finding[]> = z.array(
  z.object({
    name: z.string(),
    value: z.number(),
    unit: z.enum(['×', 'ms', 's', '/s', 'MB', 'kB', '']),
    range: z.tuple([z.number(), z.number()]).readonly().optional(),
    target: z.union([z.object({ atMost: z.number() }), z.object({ atLeast: z.number() })]).optional(),
  }),
)
type Report = { name: string; title: string; command: string; findings: Finding[] }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, write: { type: 'boolean', default: false } },
})
const unknown = positionals.filter((name) => !(name in BENCHES))
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}, but ${Object.keys(BENCHES).join(', ')}.`)

const folder = await mkdtemp(join(tmpdir(), 'afterdesk-bench-reports-'))
const reports: Report[] = []
try {
  for (const [name, { title, args }] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.log(`\n── ${title}`)
    const report = await measure(name, title, args)
    if (report) reports.push(report)
    else process.exitCode = 1
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${platform()} ${arch()}, Node ${process.versions.node}`
const day = new Date().toISOString().slice(0, 10)
if (values.json) await writeFile(values.json, JSON.stringify({ day, machine, reports }, null, 2))
if (values.write) await writeDown('docs/bench.md')

/** Null when it failed; a target that was missed is no failure, the table says it. */
async function measure(name: string, title: string, args: readonly string[]): Promise<Report | null> {
  const json = join(folder, `${name}.json`)
  const command = ['npx', 'tsx', `bench/${name}.ts`, ...args].join(' ')
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `bench/${name}.ts`, ...args, '--json', json], {
    stdio: 'inherit',
  })
  const written = await readFile(json, 'utf8').catch(() => null)
  if (written === null) {
    console.error(`${name} ended with ${status} and left no figures.`)
    return null
  }
  return { name, title, command, findings: z.object({ findings: findingsSchema }).parse(JSON.parse(written)).findings }
}

/** Between the two marks of each measurement, which has to have them. */
async function writeDown(file: string): Promise<void> {
  let text = await readFile(file, 'utf8')
  for (const { name, command, findings } of reports) {
    const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`)
    if (!place.test(text)) throw new Error(`${file} has no place for ${name}.`)
    const table = `\n\`${command}\`, ${day}, ${machine}\n\n${formatFindings(findings)}\n\n`
    text = text.replace(place, (_, begin: string, end: string) => begin + table + end)
  }
  await writeFile(file, text)
}
