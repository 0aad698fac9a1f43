import { runServer } from '@/scripts/server'

const address = await runServer({ dev: process.argv.includes('--dev') })
console.log(`Afterdesk is at ${address}`)
