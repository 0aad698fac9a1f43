import type { Refusal, RefusalCode } from '@/lib/after-sales/domain/refusals'
import { invalidField, notFound, problem, problemOfRefusal, unauthenticated } from '@/lib/api/problem'
import { PROBLEMS, type ProblemCode } from '@/lib/api/problem-codes'
import { NO } from './story'

const REFUSALS: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  notPermitted: { code: 'notPermitted', act: 'reject' },
  notAllowedInStatus: { code: 'notAllowedInStatus', clause: 'R1.2', act: 'approve', status: 'CLOSED' },
  deadlinePassed: { code: 'deadlinePassed', clause: 'R0.7', act: 'reject', kind: 'REVIEW', status: 'REFUNDING' },
  versionConflict: { code: 'versionConflict', version: 2 },
  contactRequired: {
    code: 'contactRequired',
    clause: 'R1.3',
    missing: 'MESSAGE_UNREAD',
    since: Date.parse('2026-03-28T02:40:00.000Z'),
  },
  returnAddressRequired: { code: 'returnAddressRequired', clause: 'R2.2' },
  returnAddressUnknown: { code: 'returnAddressUnknown', clause: 'R2.2', path: 'returnAddressId' },
  returnAddressNotNeeded: { code: 'returnAddressNotNeeded', clause: 'R1.2', path: 'returnAddressId' },
  rejectionTextLength: { code: 'rejectionTextLength', clause: 'R1.3', path: 'text', min: 10, max: 500 },
  contactNoteRequired: { code: 'contactNoteRequired', clause: 'R1.3', path: 'note' },
  attachmentUnknown: { code: 'attachmentUnknown', path: 'attachmentIds.0' },
  attachmentsTooMany: { code: 'attachmentsTooMany', path: 'attachmentIds', max: 6 },
  openCaseExists: { code: 'openCaseExists', clause: 'R0.8', no: NO, lineNo: 1 },
  refundExceedsPaid: { code: 'refundExceedsPaid', clause: 'R0.5', lineNo: 1, leftFen: 12_800 },
  contactUnknown: { code: 'contactUnknown', clause: 'R3.1', path: 'contactId' },
  contactNotNeeded: { code: 'contactNotNeeded', clause: 'R3.1', path: 'contactId' },
  waybillIncomplete: { code: 'waybillIncomplete', clause: 'R3.3', path: 'trackingNo' },
  waybillNotNeeded: { code: 'waybillNotNeeded', clause: 'R3.3', path: 'carrier' },
  afterSalesPeriodOver: {
    code: 'afterSalesPeriodOver',
    clause: 'R3.2',
    lineNo: 1,
    until: Date.parse('2026-04-11T06:20:00.000Z'),
  },
  disputeFinal: { code: 'disputeFinal', clause: 'R4.1', no: NO },
  disputePeriodOver: { code: 'disputePeriodOver', clause: 'R4.1', until: Date.parse('2026-04-04T05:30:00.000Z') },
  evidenceClosed: {
    code: 'evidenceClosed',
    clause: 'R4.3',
    side: 'BUYER',
    dueAt: Date.parse('2026-04-04T02:00:00.000Z'),
  },
  evidenceOpen: { code: 'evidenceOpen', clause: 'R4.5', dueAt: Date.parse('2026-04-04T02:00:00.000Z') },
  evidenceEmpty: { code: 'evidenceEmpty', clause: 'R4.3', path: 'text' },
  textLength: { code: 'textLength', clause: 'R4.5', path: 'rationale', min: 1, max: 500 },
  evidenceRequestHours: { code: 'evidenceRequestHours', clause: 'R4.4', path: 'dueInHours', min: 1, max: 240 },
  returnNotPossible: { code: 'returnNotPossible', clause: 'R4.5', path: 'outcome' },
  amountNotNeeded: { code: 'amountNotNeeded', clause: 'R4.5', path: 'amountFen' },
  amountRequired: { code: 'amountRequired', clause: 'R4.5', path: 'amountFen' },
  orderLineUnknown: { code: 'orderLineUnknown', clause: 'R1.1', path: 'lines.0.lineNo', lineNo: 7 },
  orderLineRepeated: { code: 'orderLineRepeated', clause: 'R0.8', path: 'lines.1.lineNo', lineNo: 1 },
  quantityExceedsBought: { code: 'quantityExceedsBought', clause: 'R0.5', path: 'lines.0.quantity', bought: 2 },
}

/** What problems of these codes look like, written by what writes the real ones. */
export function exampleProblems(codes: readonly ProblemCode[]) {
  return Object.fromEntries(codes.map((code) => [code, { summary: code, value: answerOf(code).body }]))
}

function answerOf(code: ProblemCode) {
  if (isRefusal(code)) return problemOfRefusal(REFUSALS[code])
  if (code === 'unauthenticated') return unauthenticated()
  if (code === 'notFound') return notFound()
  if (code === 'invalidRequest') return invalidField('limit', 'invalidFormat', 'must be a whole number from 1 to 100')
  return problem(PROBLEMS[code].status, code, { detail: PROBLEMS[code].means })
}

function isRefusal(code: ProblemCode): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code)
}
