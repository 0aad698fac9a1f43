import { ensureBuild } from '@/scripts/build'
import { runServer } from '@/scripts/server'

process.env.AFTERDESK_SANDBOX ??= '1'

if (!ensureBuild()) process.exit(1)

const lines: string[] = []
const address = await runServer({
  beforeListening: async () => {
    const { seedDemo } = await import('@/lib/sandbox/demo')
    const { signIns } = await seedDemo()
    lines.push(...signIns.map(({ role, email, password }) => `  ${role.padEnd(10)} ${email.padEnd(28)} ${password}`))
  },
})
console.log([`Afterdesk is at ${address}`, '', 'Sign in as', ...lines, '', 'Ctrl-C ends it.'].join('\n'))
