import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { partialOf } from '@/lib/backup/archive-writer'
import { type Made, makeBackup } from '@/lib/backup/make-backup'
import { OperatorError } from '@/lib/operator-error'
import { closeAtEnd, endOnSignals, endProcess, failStart } from '@/scripts/lifecycle'
import { withServer } from '@/scripts/with-server'

const USAGE = `Writes the database, and the files that lie on this disk, into one archive.

  npm run backup -- <file>.tar.gz

The product may run meanwhile.`

async function run(): Promise<string> {
  const [file, ...rest] = process.argv.slice(2)
  if (!file || rest.length > 0 || file.startsWith('-')) throw new OperatorError(USAGE)
  closeAtEnd(() => rm(partialOf(resolve(file)), { force: true }))
  return tell(file, await withServer((url) => makeBackup(url, resolve(file))))
}

function tell(file: string, { head, tail, missing }: Made): string {
  const rows = tail.tables.reduce((sum, table) => sum + table.rows, 0)
  return [
    `${file} holds ${head.tables.length} tables with ${rows} rows and ${tail.files.count} files.`,
    head.files === 's3' ? 'Photos and documents stay in their bucket: back that up by its own means.' : '',
    missing.length > 0 ? `${missing.length} files that cases show are not on the disk: ${missing.join(', ')}.` : '',
    'AFTERDESK_SECRET (without it, session-secret of AFTERDESK_DATA_DIR) is not in it and opens what is sealed in it: keep it, elsewhere.',
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
