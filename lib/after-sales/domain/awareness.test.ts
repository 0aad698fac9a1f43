import { describe, expect, test } from 'vitest'
import type { AfterSaleType } from './after-sale'
import type { Instant } from './policy'
import type { MissingContact } from './refusals'
import { agent, applied, buyer, command, HOUR, manager, OPENED_AT } from './testing/builders'
import { given, type Step } from './testing/scenario'

const TYPES: AfterSaleType[] = ['REFUND_ONLY', 'RETURN_REFUND']
const at = (hours: number): Instant => OPENED_AT + hours * HOUR

const written = (hours: number): Step => [agent, command('sendMessage'), at(hours)]
const buyerWrites = (hours: number): Step => [buyer, command('sendMessage', { text: '东西坏了' }), at(hours)]
const buyerReads = (hours: number): Step => [buyer, command('readMessages'), at(hours)]
const noAnswer = (hours: number): Step => [agent, command('logContact', { outcome: 'NO_ANSWER', note: '' }), at(hours)]
const reached = (hours: number): Step => [agent, command('logContact', { outcome: 'REACHED' }), at(hours)]

const MISSING: [what: string, steps: Step[], missing: MissingContact, since: Instant | null][] = [
  ['nobody has talked to him', [], 'NO_CONTACT', null],
  ['only the buyer has written', [buyerWrites(1)], 'NO_CONTACT', null],
  ['the merchant has only read', [buyerWrites(1), [agent, command('readMessages'), at(2)]], 'NO_CONTACT', null],
  ['the buyer wrote before the merchant did', [buyerWrites(1), written(2)], 'MESSAGE_UNREAD', at(2)],
  ['the message is unread', [written(1)], 'MESSAGE_UNREAD', at(1)],
  ['two messages are unread: since the older', [written(1), written(3)], 'MESSAGE_UNREAD', at(1)],
  ['the merchant read his own message', [written(1), [agent, command('readMessages'), at(2)]], 'MESSAGE_UNREAD', at(1)],
  ['the buyer read before there was a message', [buyerReads(1), written(2)], 'MESSAGE_UNREAD', at(2)],
  ['the phone was not answered', [noAnswer(1)], 'NOT_REACHED', at(1)],
  ['twice: since the later', [noAnswer(1), noAnswer(5)], 'NOT_REACHED', at(5)],
]

const AWARE: [what: string, steps: Step[], awareAt: Instant][] = [
  ['has read the message', [written(1), buyerReads(2)], at(2)],
  ['has answered without reading first', [written(1), buyerWrites(3)], at(3)],
  ['has read, though a later message is unread', [written(1), buyerReads(2), written(3)], at(2)],
  ['was reached by phone', [reached(1)], at(1)],
  ['was reached at the second call', [noAnswer(1), reached(4)], at(4)],
  ['was reached, though a later call was not answered', [reached(1), noAnswer(2)], at(1)],
  ['was reached by phone, the message still unread', [written(1), reached(2)], at(2)],
  ['is aware since the first contact that counted', [reached(1), written(2), buyerReads(3), reached(4)], at(1)],
  ['was chatted with elsewhere', [[manager, command('logContact', { channel: 'CHAT' }), at(1)]], at(1)],
]

describe.each(TYPES)('R1.3 rejecting a %s', (type) => {
  test.each(MISSING)('is refused while %s', (_what, steps, missing, since) => {
    given(applied({ type }), ...steps)
      .at(at(6))
      .when(agent, command('reject'))
      .thenRefused('contactRequired', 'R1.3', { missing, since })
      .thenState({ status: 'PENDING_REVIEW', awareAt: null })
  })

  test.each(AWARE)('is possible once the buyer %s', (_what, steps, awareAt) => {
    given(applied({ type }), ...steps)
      .at(at(6))
      .when(manager, command('reject'))
      .thenEvents('Rejected')
      .thenState({ awareAt })
  })
})

describe('R1.3 a contact counts when made after this application was opened', () => {
  const first = given(applied(), written(1), buyerReads(2), reached(3), [agent, command('reject'), at(4)])
  const second = applied({ no: 'AS0002', attempt: 2, previousNo: 'AS0001' }, at(5))

  test('what was said about the rejected one does not', () => {
    expect(first.state).toMatchObject({ status: 'REJECTED', awareAt: at(2) })
    given(second).when(agent, command('reject')).thenRefused('contactRequired', 'R1.3', { missing: 'NO_CONTACT' })
  })

  test('what is said about this one does', () => {
    given(second, reached(6)).when(agent, command('reject')).thenEvents('Rejected')
  })
})

describe('R1.3 a logged contact', () => {
  test.each(['', ' ', '\u3000\n'])('that reached the buyer says what was said: not "%s"', (note) => {
    given(applied())
      .when(agent, command('logContact', { outcome: 'REACHED', note }))
      .thenRefused('contactNoteRequired', 'R1.3', { path: 'note' })
      .thenState({ awareAt: null, lastContact: null })
  })

  test('that did not reach him needs no note', () => {
    given(applied(), noAnswer(1)).thenState({ lastContact: { id: 'id-2', at: at(1) }, unreachedAt: at(1) })
  })

  test('is kept with who made it, how, and the note trimmed', () => {
    given(applied())
      .when(manager, command('logContact', { channel: 'OTHER', outcome: 'REACHED', note: ' 微信已说明 ' }))
      .thenEvents({
        type: 'ContactLogged',
        clause: 'R1.3',
        actor: manager,
        data: { id: 'id-2', channel: 'OTHER', outcome: 'REACHED', note: '微信已说明' },
      })
      .thenState({ version: 1, lastContact: { id: 'id-2', at: OPENED_AT } })
  })

  test('belongs to an open case before money is ordered', () => {
    given(applied(), [agent, command('approve')])
      .when(agent, command('logContact'))
      .thenRefused('notAllowedInStatus', 'R1.3')
  })
})
