import { formatFen } from '@/lib/money'
import type { Language, Variable } from '@/lib/quick-replies/domain/variables'
import { formatDate, formatTime } from './time'

/** What a text about a case can tell. */
export type ReplyFacts = {
  no: string
  orderNo: string
  /** Masked. */
  buyerName: string
  /** Of its lines. */
  titles: readonly string[]
  /** 0 of what is served (R3.2). */
  amountFen: number
  currency: string
  /** Null where no clock runs, or its time is over. */
  dueAt: number | null
  now: number
  /** Who writes; null while that is not known. */
  writer: string | null
}

/** What a placeholder stands for on this case; null where it has no value: no amount on a service, no deadline. */
export function replyValue(facts: ReplyFacts, variable: Variable, language: Language): string | null {
  switch (variable) {
    case 'buyer':
      return facts.buyerName
    case 'caseNo':
      return facts.no
    case 'orderNo':
      return facts.orderNo
    case 'goods':
      return facts.titles.join(language === 'en' ? ', ' : '、')
    case 'amount':
      return facts.amountFen > 0 ? formatFen(facts.amountFen, facts.currency) : null
    case 'deadline':
      // a day by its date: nobody knows when it will be read
      return facts.dueAt === null ? null : `${formatDate(facts.dueAt, facts.now, language)} ${formatTime(facts.dueAt)}`
    case 'agent':
      return facts.writer
  }
}
