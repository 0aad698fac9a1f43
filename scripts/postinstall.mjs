import { runPrisma } from './prisma.mjs'

// `npm install` ends with a generated client; Prisma's chatter is shown only when something is wrong.
const { status, stdout, stderr } = runPrisma(['generate', '--no-hints'], 'pipe')
if (status !== 0) {
  process.stderr.write(`${stdout}${stderr}\nThe database client could not be generated (see above).\n`)
  process.exitCode = 1
}
