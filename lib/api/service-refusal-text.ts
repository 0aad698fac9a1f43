import type { Refusal } from '@/lib/after-sales/domain/refusals'
import { iso } from './iso'
import type { Explanation } from './refusal-text'

type ServiceRefusal = Extract<
  Refusal,
  {
    code:
      | 'contactUnknown'
      | 'contactNotNeeded'
      | 'waybillIncomplete'
      | 'waybillNotNeeded'
      | 'afterSalesPeriodOver'
      | 'amountNotNeeded'
      | 'amountRequired'
  }
>

/** What services refuse (R3), in English sentences with the values that a caller may want to act on. */
export function explainServiceRefusal(refusal: ServiceRefusal): Explanation {
  switch (refusal.code) {
    case 'contactUnknown':
      return {
        title: 'Unknown contact',
        detail: 'No contact with this id has reached the buyer since the proposal: log it first.',
      }
    case 'contactNotNeeded':
      return { title: 'No contact needed', detail: 'The buyer answers himself; only the merchant names a contact.' }
    case 'waybillIncomplete':
      return { title: 'Half a waybill', detail: 'A waybill has both a carrier and a number.' }
    case 'waybillNotNeeded':
      return { title: 'No waybill needed', detail: 'Only GOODS_RECEIVED and SENT_BACK are of goods that were sent.' }
    case 'afterSalesPeriodOver': {
      const until = iso(refusal.until)
      return {
        title: 'The after-sales period is over',
        detail: `This could be asked for line ${refusal.lineNo} until ${until}.`,
        more: { lineNo: refusal.lineNo, until },
      }
    }
    case 'amountNotNeeded':
      return { title: 'No amount needed', detail: 'Only what refunds has an amount.' }
    case 'amountRequired':
      return { title: 'An amount is missing', detail: 'A refund says how much; of a service nothing else does.' }
  }
}
