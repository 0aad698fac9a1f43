import { runServer } from '@/scripts/server'

/** The product with demo data and a clock that can be moved; says where it is and who can sign in. */
export async function runSandbox({ dev = false } = {}): Promise<void> {
  process.env.AFTERDESK_SANDBOX ??= '1'
  const lines: string[] = []
  const address = await runServer({
    dev,
    beforeListening: async () => {
      const { seedDemo } = await import('@/lib/sandbox/demo')
      const { signIns } = await seedDemo()
      lines.push(...signIns.map(({ role, email, password }) => `  ${role.padEnd(10)} ${email.padEnd(28)} ${password}`))
    },
  })
  console.log([`Afterdesk is at ${address}`, '', 'Sign in as', ...lines, '', 'Ctrl-C ends it.'].join('\n'))
}
