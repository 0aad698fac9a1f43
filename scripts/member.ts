import { parseArgs } from 'node:util'
import { emailSchema, personNameSchema } from '@/lib/members/commands'
import { addMember, addSupport, removeMember, resetPassword, resetTwoStep } from '@/lib/members/operator'
import { OperatorError } from '@/lib/operator-error'
import { explainMemberRefusal } from './member-text'
import { withDatabase } from './with-database'

const USAGE = `People of the desk.

  npm run member -- add --shop <id> --role AGENT|MANAGER --email <address> --name <name>
  npm run member -- remove --shop <id> --email <address>
  npm run member -- support --email <address> --name <name>
  npm run member -- password --email <address>
  npm run member -- two-step-off --email <address>

Once a shop has a manager, its managers invite the others in the desk's settings.`

/** What was typed makes no sense; the usage is printed with it. */
class UsageError extends OperatorError {}

type Options = ReturnType<typeof readArgs>['values']

function readArgs() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        shop: { type: 'string' },
        role: { type: 'string' },
        email: { type: 'string' },
        name: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function run(): Promise<string> {
  const { values, positionals } = readArgs()
  const [command, ...rest] = positionals
  if (rest.length > 0) throw new UsageError('That is one word too many; a name of several words needs quotes.')
  switch (command) {
    case 'add':
      return add({
        email: readEmail(values),
        name: readName(values),
        shopId: need(values, 'shop'),
        role: readRole(values),
      })
    case 'remove':
      return remove({ email: readEmail(values), shopId: need(values, 'shop') })
    case 'support':
      return support({ email: readEmail(values), name: readName(values) })
    case 'password':
      return givePassword(readEmail(values))
    case 'two-step-off':
      return takeOffTwoStep(readEmail(values))
    default:
      throw new UsageError(command ? `There is no command ${command}.` : 'Say what to do.')
  }
}

async function add(person: Parameters<typeof addMember>[0]): Promise<string> {
  const added = await withDatabase(() => addMember(person))
  if (!added.ok) throw new OperatorError(explainMemberRefusal(added.refusal))
  return say(`${person.email} is ${person.role} of ${person.shopId}`, added.password)
}

async function remove(member: Parameters<typeof removeMember>[0]): Promise<string> {
  const removed = await withDatabase(() => removeMember(member))
  if (!removed.ok) throw new OperatorError(explainMemberRefusal(removed.refusal))
  return `${member.email} has no access to ${member.shopId} any more.`
}

async function support(person: Parameters<typeof addSupport>[0]): Promise<string> {
  const made = await withDatabase(() => addSupport(person))
  if (made === 'member')
    throw new OperatorError(`${person.email} is a member of a shop and cannot be platform support.`)
  return say(`${person.email} is platform support`, made.password)
}

async function givePassword(email: string): Promise<string> {
  const password = await withDatabase(() => resetPassword(email))
  if (!password) throw new OperatorError(`Nobody has the address ${email}.`)
  return say(`${email} has a new password`, password)
}

async function takeOffTwoStep(email: string): Promise<string> {
  const outcome = await withDatabase(() => resetTwoStep(email))
  if (outcome === 'unknown') throw new OperatorError(`Nobody has the address ${email}.`)
  if (outcome === 'off') return `${email} has no second step.`
  return `${email} signs in with the password alone from now on, and is signed out everywhere.`
}

function need(values: Options, option: keyof Options): string {
  const value = values[option]?.trim()
  if (!value) throw new UsageError(`--${option} is missing.`)
  return value
}

function readEmail(values: Options): string {
  const email = emailSchema.safeParse(need(values, 'email'))
  if (!email.success) throw new UsageError('--email is an address, such as zhou@example.com.')
  return email.data
}

function readName(values: Options): string {
  const name = personNameSchema.safeParse(need(values, 'name'))
  if (!name.success) throw new UsageError('--name has 1 to 64 characters on one line.')
  return name.data
}

function readRole(values: Options): 'AGENT' | 'MANAGER' {
  const role = need(values, 'role')
  if (role !== 'AGENT' && role !== 'MANAGER') throw new UsageError('--role is AGENT or MANAGER.')
  return role
}

function say(done: string, password: string | null): string {
  return password ? `${done}. Password, shown only now: ${password}` : `${done}.`
}

try {
  console.log(await run())
} catch (error) {
  process.exitCode = 1
  const known = error instanceof OperatorError ? error.message : error
  console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : known)
}
