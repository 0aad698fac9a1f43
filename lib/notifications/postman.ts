import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { postponeMail } from './jobs-store'
import { gatherLetter, type LeasedLetter, leaseLetter } from './letter-store'
import { isMailConfigured, MAIL_POLICY } from './mail-policy'
import { sendLetter } from './send-letter'

/**
 * Letters under way in this process. A job only leases a letter and hands it over here: a mail server that answers slowly
 * holds no place in the job runner. Who dies with one in hand leaves a lease that ends.
 */

/** As many connections as a process keeps open to the mail server. */
const CAPACITY = 4
/** How long a job stands back when this process has its hands full. */
const FULL_HANDS_MS = 2000

const postman = () =>
  processWide('postman', (): { inHand: Set<Promise<void>>; stopping: AbortController } => ({
    inHand: new Set(),
    stopping: new AbortController(),
  }))

/** Writes to this person what there is to write. */
export async function takeMail(userId: string): Promise<void> {
  if (!isMailConfigured())
    throw new Error('there are letters to send, but this process was not told AFTERDESK_SMTP_URL')
  const { inHand, stopping } = postman()
  if (inHand.size >= CAPACITY || stopping.signal.aborted) return postponeMail(userId, FULL_HANDS_MS)
  await gatherLetter(userId)
  for (;;) {
    const letter = await leaseLetter(userId, MAIL_POLICY)
    if (!letter) return
    carry(letter)
  }
}

/** A defect, or a database out of reach, is logged; once the lease has ended the letter is taken up again. */
function carry(letter: LeasedLetter): void {
  const { inHand, stopping } = postman()
  const carried: Promise<void> = sendLetter(letter, { policy: MAIL_POLICY, signal: stopping.signal })
    .catch((error: unknown) => logger().error({ err: error, letter: letter.id }, 'a letter failed in itself'))
    .finally(() => inHand.delete(carried))
  inHand.add(carried)
}

/** Once nothing is in hand. */
export async function settledMail(): Promise<void> {
  const { inHand } = postman()
  while (inHand.size > 0) await Promise.all(inHand)
}

/** Lets go of everything in hand, for another process to send. */
export async function stopPostman(): Promise<void> {
  const state = postman()
  state.stopping.abort()
  await settledMail()
  // whoever starts a worker in this process again, sends again
  state.stopping = new AbortController()
}
