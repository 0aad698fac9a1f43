import type { RecordKind } from '@/lib/after-sales/domain/evidence-pack'
import type { CaseView } from '@/lib/after-sales/views'
import type { Locale } from '@/lib/i18n/locale'
import type { Paper } from './paper'
import { orderPaper, shipmentPaper } from './record-papers'
import { returnPaper } from './return-paper'
import { talkPaper } from './talk-paper'
import { type Words, wordsOf } from './words'

const MAKERS: { readonly [K in RecordKind]: (view: CaseView, words: Words) => Paper } = {
  ORDER: orderPaper,
  SHIPMENT: shipmentPaper,
  RETURN_SHIPMENT: returnPaper,
  CONVERSATION: talkPaper,
}

/** The records of a case as papers, in the order asked for; of a parcel that was never sent back there is none. */
export function papersOf(view: CaseView, kinds: readonly RecordKind[], locale: Locale): Paper[] {
  const words = wordsOf(locale)
  return kinds
    .filter((kind) => kind !== 'RETURN_SHIPMENT' || view.returnShipment !== null)
    .map((kind) => MAKERS[kind](view, words))
}
