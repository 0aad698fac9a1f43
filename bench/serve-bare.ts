import { join } from 'node:path'
import { startWebServer } from '@/scripts/web-server'

/** The bare app in the folder BARE behind the very server that the product has. It runs until it is ended. */

Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
process.chdir(join(import.meta.dirname, process.env.BARE ?? 'bare'))
const web = await startWebServer({ host: '127.0.0.1', port: 0 }, false)
console.log(`The bare app is at ${web.address}`)
