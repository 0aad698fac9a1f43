import { startPostgres } from '@/lib/db/embedded'
import { chooseBinaries } from '@/tests/support/binaries'

// A parent to be killed: starts PostgreSQL on the folder it is given, says its process id, and stays.
const [dataDir = ''] = process.argv.slice(2)
const server = await startPostgres({ dataDir, durable: false, ...chooseBinaries() })
process.stdout.write(`${server.pid}\n`)
setInterval(() => {}, 60_000)
