import { parseArgs } from 'node:util'
import { addMember, addSupport, removeMember, resetPassword } from '@/lib/auth/member-store'
import { closePool } from '@/lib/db/pool'
import { prisma } from '@/lib/db/prisma'

const USAGE = `People of the desk. Needs DATABASE_URL.

  npm run member -- add --shop <id> --role AGENT|MANAGER --email <address> --name <name>
  npm run member -- remove --shop <id> --email <address>
  npm run member -- support --email <address> --name <name>
  npm run member -- password --email <address>`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { shop: { type: 'string' }, role: { type: 'string' }, email: { type: 'string' }, name: { type: 'string' } },
})

/** What went wrong in what was typed; the usage is printed with it. */
class UsageError extends Error {}

function need(option: keyof typeof values): string {
  const value = values[option]?.trim()
  if (!value) throw new UsageError(`--${option} is missing`)
  return value
}

async function run(): Promise<string> {
  switch (positionals[0]) {
    case 'add': {
      const role = need('role')
      if (role !== 'AGENT' && role !== 'MANAGER') throw new UsageError('--role is AGENT or MANAGER')
      const shopId = need('shop')
      if (!(await prisma().shop.findUnique({ where: { id: shopId } })))
        throw new UsageError(`there is no shop ${shopId}`)
      const { password } = await addMember({ email: need('email'), name: need('name'), shopId, role })
      return say(`${need('email')} is ${role} of ${shopId}`, password)
    }
    case 'remove': {
      const removed = await removeMember({ email: need('email'), shopId: need('shop') })
      return removed ? `${need('email')} has no access to ${need('shop')} any more` : 'they had no access'
    }
    case 'support': {
      const { password } = await addSupport({ email: need('email'), name: need('name') })
      return say(`${need('email')} is platform support`, password)
    }
    case 'password': {
      const password = await resetPassword(need('email'))
      if (!password) throw new UsageError(`nobody has the address ${need('email')}`)
      return say(`${need('email')} has a new password`, password)
    }
    default:
      throw new UsageError(positionals[0] ? `there is no command ${positionals[0]}` : 'say what to do')
  }
}

function say(done: string, password: string | null): string {
  return password ? `${done}. Password, shown only now: ${password}` : `${done}.`
}

try {
  console.log(await run())
} catch (error) {
  process.exitCode = 1
  console.error(
    error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error instanceof Error ? error.message : error,
  )
} finally {
  await closePool()
}
