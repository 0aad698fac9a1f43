import type { Refusal } from '@/lib/after-sales/domain/refusals'
import type { Explanation } from './refusal-text'

type DisputeRefusal = Extract<
  Refusal,
  {
    code:
      | 'disputeFinal'
      | 'disputePeriodOver'
      | 'evidenceClosed'
      | 'evidenceOpen'
      | 'evidenceEmpty'
      | 'textLength'
      | 'evidenceRequestHours'
      | 'returnNotPossible'
  }
>

/** What a dispute refuses (R4), in English sentences with the values that a caller may want to act on. */
export function explainDisputeRefusal(refusal: DisputeRefusal): Explanation {
  switch (refusal.code) {
    case 'disputeFinal':
      return {
        title: 'The dispute is over',
        detail: `Case ${refusal.no} had its one dispute, and nothing comes after it.`,
        more: { no: refusal.no },
      }
    case 'disputePeriodOver': {
      const until = new Date(refusal.until).toISOString()
      return {
        title: 'Too late to dispute it',
        detail: `The rejection could be disputed until ${until}.`,
        more: { until },
      }
    }
    case 'evidenceClosed':
      return {
        title: 'The evidence is closed',
        detail: `The ${refusal.side === 'BUYER' ? 'buyer' : 'merchant'} can give no more evidence: the time is over, or it was said to be all.`,
        more: { side: refusal.side, dueAt: refusal.dueAt === null ? null : new Date(refusal.dueAt).toISOString() },
      }
    case 'evidenceOpen': {
      const dueAt = new Date(refusal.dueAt).toISOString()
      return {
        title: 'Too early to rule',
        detail: `Evidence can still be given until ${dueAt}; both sides must be heard first.`,
        more: { dueAt },
      }
    }
    case 'evidenceEmpty':
      return { title: 'Nothing was given', detail: 'Send words, files, or `done`.' }
    case 'textLength':
      return {
        title: 'The text is too short or too long',
        detail: `The text has ${refusal.min} to ${refusal.max} characters.`,
      }
    case 'evidenceRequestHours':
      return {
        title: 'Too little or too much time',
        detail: `More evidence can be asked for within ${refusal.min} to ${refusal.max} whole hours.`,
      }
    case 'returnNotPossible':
      return {
        title: 'Nothing comes back',
        detail: 'Only the goods of a RETURN_REFUND case can come back before the refund.',
      }
  }
}
