import { runSandbox } from '@/scripts/sandbox'
import { runServer } from '@/scripts/server'

const dev = process.argv.includes('--dev')
// developers work on the demo's data, unless they bring a database of their own
if (dev && !process.env.DATABASE_URL) await runSandbox({ dev })
else console.log(`Afterdesk is at ${await runServer({ dev })}`)
