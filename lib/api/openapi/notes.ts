import { ACT_NOTES } from './act-notes'
import { CASE_NOTES } from './case-notes'
import { FILE_NOTES } from './file-notes'
import type { OperationName, OperationNote } from './note'
import { ORDER_NOTES } from './order-notes'
import { WEBHOOK_NOTES } from './webhook-notes'

/** One for every operation there is: the compiler names what is missing. */
export const NOTES: { readonly [N in OperationName]: OperationNote } = {
  ...ORDER_NOTES,
  ...CASE_NOTES,
  ...ACT_NOTES,
  ...FILE_NOTES,
  ...WEBHOOK_NOTES,
}
