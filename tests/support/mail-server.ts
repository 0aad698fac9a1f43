import { type AddressInfo, createServer, type Socket } from 'node:net'
import { parseMail, type ReadMail } from '@/tests/support/read-mail'

/** A mail server as far as letters need one, in plain SMTP on this machine: it keeps what it takes, and fails as told. */

/** What it does about the next letter: takes it, refuses the person or the letter for good, is busy, or never answers. */
export type MailBehaviour = 'take' | 'refuseRecipient' | 'refuseLetter' | 'busy' | 'hang' | 'takeAndCut'
export type ReceivedMail = ReadMail & { from: string; to: string[]; user: string | null }
export type MailServer = {
  url: string
  seen: ReceivedMail[]
  plan(...behaviours: MailBehaviour[]): void
  /** Resolves once so many connections hang. */
  hanging(count: number): Promise<void>
  close(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const plans: MailBehaviour[] = []
  const sockets = new Set<Socket>()
  const waiting: { count: number; resolve: () => void }[] = []
  let hung = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    converse(socket)
  })

  function converse(socket: Socket): void {
    let rest = ''
    let data: string[] | null = null
    let letter = { from: '', to: [] as string[], user: null as string | null }
    let behaviour: MailBehaviour = 'take'
    const say = (line: string) => void socket.write(`${line}\r\n`)
    const endData = (lines: string[]) => {
      data = null
      if (behaviour === 'refuseLetter') return say('554 5.7.1 no such letters here')
      mail.seen.push({ ...letter, ...parseMail(lines.join('\r\n')) })
      if (behaviour === 'takeAndCut') return socket.destroy()
      say('250 2.0.0 taken')
    }
    const command = (line: string) => {
      const [word = '', ...args] = line.split(' ')
      switch (word.toUpperCase()) {
        case 'EHLO':
        case 'HELO':
          socket.write('250-mail.test\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n')
          return
        case 'AUTH':
          letter.user =
            Buffer.from(args[1] ?? '', 'base64')
              .toString()
              .split('\0')[1] ?? null
          return say('235 2.7.0 welcome')
        case 'MAIL':
          behaviour = plans.shift() ?? 'take'
          letter = { ...letter, from: addressIn(line), to: [] }
          if (behaviour === 'busy') return say('451 4.3.0 try again later')
          if (behaviour === 'hang') {
            hung += 1
            for (const one of waiting) if (hung >= one.count) one.resolve()
            return
          }
          return say('250 2.1.0 fine')
        case 'RCPT':
          if (behaviour === 'refuseRecipient') return say('550 5.1.1 nobody of that name')
          letter.to.push(addressIn(line))
          return say('250 2.1.5 fine')
        case 'DATA':
          data = []
          return say('354 go on')
        case 'QUIT':
          say('221 2.0.0 bye')
          socket.end()
          return
        default:
          say('250 2.0.0 fine')
      }
    }
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (data === null) command(line)
        else if (line === '.') endData(data)
        else data.push(line.startsWith('..') ? line.slice(1) : line)
      }
    })
    say('220 mail.test ESMTP')
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const mail: MailServer = {
    url: `smtp://desk:geheim@127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    plan: (...behaviours) => void plans.push(...behaviours),
    hanging: (count) =>
      new Promise((resolve) => {
        if (hung >= count) resolve()
        else waiting.push({ count, resolve })
      }),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return mail
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? ''
}
