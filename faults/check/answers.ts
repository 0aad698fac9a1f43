import type { AfterSaleEvent } from '@/lib/after-sales/domain/events'
import type { LoadBook, SentAct } from '../load/book'
import type { Finding } from './finding'
import { logsOf, type Snapshot } from './snapshot'

type Logs = ReturnType<typeof logsOf>

/** What people were answered is what happened: nothing of it lost, done twice, or done although it was refused. */
export function checkAnswers(snapshot: Snapshot, book: LoadBook): Finding[] {
  const logs = logsOf(snapshot)
  return [
    ...checkApplications(snapshot, book, agreedIn(logs)),
    ...checkAgreed(snapshot, logs),
    ...book.acts.flatMap((act) => checkAct(act, logs.get(act.no)?.map(({ event }) => event) ?? [])),
    ...checkQuietActs(book, logs),
    ...book.contradictions.map(
      ({ no, path, answers }) => ({ kind: 'answerBroken', subject: no, text: `${path}: ${answers}` }) satisfies Finding,
    ),
  ]
}

function checkApplications({ cases }: Snapshot, { applications }: LoadBook, agreed: readonly string[]): Finding[] {
  const opened = new Map<string, string[]>()
  const applied = cases.filter(({ no }) => !agreed.includes(no))
  for (const { no, description } of applied)
    if (typeof description === 'string') opened.set(description, [...(opened.get(description) ?? []), no])
  return applications.flatMap(({ token, fate, no }): Finding[] => {
    const nos = opened.get(token) ?? []
    if (nos.length > 1) return [{ kind: 'caseTwice', subject: nos.join(' '), text: 'were opened by one application' }]
    if (fate === 'done' && nos[0] !== no)
      return [{ kind: 'caseLost', subject: no ?? token, text: `was answered, ${nos[0] ?? 'nothing'} is there` }]
    if (fate === 'refused' && nos.length > 0)
      return [{ kind: 'answerBroken', subject: nos[0] ?? token, text: 'was opened although it was refused' }]
    return []
  })
}

/** R3.1 The service cases that returns agreed to: nobody applied for them, and each says what its return said. */
function agreedIn(logs: Logs): string[] {
  return [...logs.values()]
    .flat()
    .flatMap(({ event }) => (event.type === 'ServiceAgreed' ? [event.data.serviceNo] : []))
}

/** Each is there, and takes the place of one return. */
function checkAgreed({ cases }: Snapshot, logs: Logs): Finding[] {
  const there = new Set(cases.map(({ no }) => no))
  const agreed = agreedIn(logs)
  return [...new Set(agreed)].flatMap((no): Finding[] => {
    if (!there.has(no)) return [{ kind: 'caseLost', subject: no, text: 'was agreed to, and is not there' }]
    const times = agreed.filter((other) => other === no).length
    return times > 1 ? [{ kind: 'caseTwice', subject: no, text: `takes the place of ${times} returns` }] : []
  })
}

/** An act that said something: its token is in the log as often as it was answered. */
function checkAct({ no, path, token, fate }: SentAct, log: readonly AfterSaleEvent[]): Finding[] {
  if (path in WORDLESS) return []
  const times = log.filter(({ data }) => JSON.stringify(data).includes(token)).length
  const kept = fate === 'unknown' ? times <= 1 : times === (fate === 'done' ? 1 : 0)
  if (kept) return []
  return [
    { kind: 'answerBroken', subject: no, text: `${path} ${token} was ${fate}, and stands ${times} times in the log` },
  ]
}

/** Acts that say nothing of their own, and what they leave in the log. */
const WORDLESS: Readonly<Record<string, readonly string[]>> = {
  approve: ['Approved'],
  withdraw: ['Withdrawn'],
  'service-agreement': ['ServiceAgreed', 'ServiceRefused'],
  'dispute/withdraw': ['DisputeWithdrawn'],
  'dispute/concede': ['DisputeConceded'],
  // who has read everything already leaves nothing
  'messages/read': [],
}

function checkQuietActs({ acts }: LoadBook, logs: Logs): Finding[] {
  const sent = new Map<string, SentAct[]>()
  for (const act of acts) {
    if ((WORDLESS[act.path]?.length ?? 0) === 0) continue
    const key = `${act.no} ${act.path}`
    sent.set(key, [...(sent.get(key) ?? []), act])
  }
  return [...sent.values()].flatMap((same): Finding[] => {
    const [{ no, path } = { no: '', path: '' }] = same
    const types = WORDLESS[path] ?? []
    const times = (logs.get(no) ?? []).filter(({ event }) => types.includes(event.type)).length
    const done = same.filter(({ fate }) => fate === 'done').length
    const unknown = same.filter(({ fate }) => fate === 'unknown').length
    if (times >= done && times <= done + unknown) return []
    return [
      {
        kind: 'answerBroken',
        subject: no,
        text: `${path} was done ${done} times, and stands ${times} times in the log`,
      },
    ]
  })
}
