import { logger } from '@/lib/logger'
import {
  finishLetter,
  type LeasedLetter,
  type LetterFault,
  postponeLetter,
  readLetter,
  returnLetter,
} from './letter-store'
import type { MailPolicy } from './mail-policy'
import { postMail } from './post-mail'
import { writeLetter } from './write-letter'

/**
 * Sends a letter and writes down what became of it. No transaction is open while the mail server is waited for. A worker
 * that is killed between the server's yes and the note of it leaves one that is sent again, under the same Message-ID.
 * `signal` breaks the attempt off and gives the letter back.
 */
export async function sendLetter(
  letter: LeasedLetter,
  { policy, signal }: { policy: MailPolicy; signal?: AbortSignal },
): Promise<void> {
  const contents = letter.tooLate ? null : await readLetter(letter)
  if (!contents) return end(letter, letter.tooLate ? 'tooLate' : 'nobody')
  const outcome = await postMail({ id: letter.id, to: contents.to, ...writeLetter(contents) }, { policy, signal })
  switch (outcome.kind) {
    case 'TAKEN':
      return end(letter, null)
    case 'REFUSED':
      return end(letter, 'refused', outcome.error)
    case 'BROKEN_OFF':
      return returnLetter(letter)
    case 'FAILED':
      logger().warn({ letter: letter.id, attempts: letter.attempts, error: outcome.error }, 'a letter was not sent')
      return postponeLetter(letter, outcome.error, policy)
  }
}

async function end(letter: LeasedLetter, fault: LetterFault | null, error?: string): Promise<void> {
  await finishLetter(letter, fault)
  logger()[fault === null ? 'info' : 'warn']({ letter: letter.id, attempts: letter.attempts, fault, error }, 'letter')
}
