import type { DeadlineKind, Side, Status } from './after-sale'
import type { Clause } from './clauses'
import type { CommandType } from './commands'
import type { EventOf } from './events'
import type { Instant } from './policy'
import type { RecordedStep } from './service'

/** R1.3 What is still missing for a contact that counts; AGREEMENT: one that records the answer to a proposal (R3.1). */
export type MissingContact = 'NO_CONTACT' | 'MESSAGE_UNREAD' | 'NOT_REACHED' | 'AGREEMENT'

/** An expected no: its code is the message key, its clause is what the reader may look up. */
export type Refusal =
  | { code: 'notAllowedInStatus'; clause: Clause; act: CommandType; status: Status; steps?: RecordedStep[] }
  | { code: 'deadlinePassed'; clause: 'R0.7'; act: CommandType; kind: DeadlineKind; status: Status }
  | { code: 'notPermitted'; act: CommandType | 'apply' }
  | { code: 'versionConflict'; version: number }
  | { code: 'contactRequired'; clause: 'R1.3' | 'R3.1'; missing: MissingContact; since: Instant | null }
  | { code: 'returnAddressRequired'; clause: 'R2.2' }
  | { code: 'returnAddressUnknown'; clause: 'R2.2'; path: 'returnAddressId' }
  | { code: 'returnAddressNotNeeded'; clause: 'R1.2'; path: 'returnAddressId' }
  | { code: 'rejectionTextLength'; clause: 'R1.3'; path: 'text'; min: number; max: number }
  | { code: 'contactNoteRequired'; clause: 'R1.3'; path: 'note' }
  | { code: 'attachmentUnknown'; path: string }
  | { code: 'attachmentsTooMany'; path: 'attachmentIds'; max: number }
  | { code: 'openCaseExists'; clause: 'R0.8'; no: string; lineNo: number }
  | { code: 'refundExceedsPaid'; clause: 'R0.5'; lineNo: number | null; leftFen: number }
  | { code: 'contactUnknown'; clause: 'R3.1'; path: 'contactId' }
  | { code: 'contactNotNeeded'; clause: 'R3.1'; path: 'contactId' }
  | { code: 'waybillIncomplete'; clause: 'R3.3'; path: 'carrier' | 'trackingNo' }
  | { code: 'waybillNotNeeded'; clause: 'R3.3'; path: 'carrier' | 'trackingNo' }
  | { code: 'afterSalesPeriodOver'; clause: 'R3.2'; lineNo: number; until: Instant }
  | { code: 'disputeFinal'; clause: 'R4.1' | 'R4.5'; no: string }
  | { code: 'disputePeriodOver'; clause: 'R4.1'; until: Instant }
  | { code: 'evidenceClosed'; clause: 'R4.3'; side: Side; dueAt: Instant | null }
  | { code: 'evidenceOpen'; clause: 'R4.5'; dueAt: Instant }
  | { code: 'evidenceEmpty'; clause: 'R4.3'; path: 'text' }
  | { code: 'textLength'; clause: Clause; path: string; min: number; max: number }
  | { code: 'evidenceRequestHours'; clause: 'R4.4'; path: 'dueInHours'; min: number; max: number }
  | { code: 'returnNotPossible'; clause: 'R4.5'; path: 'outcome' }
  | { code: 'amountNotNeeded'; clause: Clause; path: string }
  | { code: 'amountRequired'; clause: Clause; path: string }
  | { code: 'orderLineUnknown'; clause: 'R1.1'; path: string; lineNo: number }
  | { code: 'orderLineRepeated'; clause: 'R0.8'; path: string; lineNo: number }
  | { code: 'quantityExceedsBought'; clause: 'R0.5'; path: string; bought: number }

export type RefusalCode = Refusal['code']
/** `opens`: the first event of another case that takes this one's place (R3.1). */
export type Decision<E> = { ok: true; events: E[]; opens?: EventOf<'Applied'> } | { ok: false; refusal: Refusal }

export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}
