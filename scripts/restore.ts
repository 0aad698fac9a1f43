import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Restored, restoreBackup } from '@/lib/backup/restore-backup'
import { OperatorError } from '@/lib/operator-error'
import { endOnSignals, endProcess, failStart } from '@/scripts/lifecycle'
import { withServer } from '@/scripts/with-server'

const USAGE = `Puts a backup into an empty database, and its files onto this disk.

  npm run restore -- <file>.tar.gz [--other-secret]

--other-secret goes on although AFTERDESK_SECRET is not the one that the backup was made with: what is sealed stays shut.`

async function run(): Promise<string> {
  const { file, otherSecret } = readArgs()
  return tell(file, await withServer((url) => restoreBackup(url, resolve(file), { otherSecret })))
}

function readArgs(): { file: string; otherSecret: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'other-secret': { type: 'boolean', default: false } },
    })
    const [file, ...rest] = positionals
    if (file && rest.length === 0) return { file, otherSecret: values['other-secret'] }
  } catch {
    // an option that there is not
  }
  throw new OperatorError(USAGE)
}

function tell(file: string, { head, tail, further }: Restored): string {
  const rows = tail.tables.reduce((sum, table) => sum + table.rows, 0)
  return [
    `The database holds what ${file} held at ${head.createdAt}: ${head.tables.length} tables with ${rows} rows, ${tail.files.count} files.`,
    further.length > 0 ? `It was migrated on to ${further.at(-1)}.` : '',
    'Whatever fell due since then is decided as soon as the product starts.',
  ]
    .filter(Boolean)
    .join('\n')
}

endOnSignals()
try {
  console.log(await run())
  await endProcess(0)
} catch (error) {
  await failStart(error)
}
