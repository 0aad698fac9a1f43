import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Chance } from '../chance'
import type { LoadBook } from './book'
import type { Answer, Call, Client } from './client'

/** Of a case what those who act on it look at. */
export const caseSchema = z.object({
  no: z.string(),
  version: z.int(),
  status: z.string(),
  availableActions: z.array(z.string()),
  dispute: z.object({ stage: z.string() }).nullable(),
})
export type SeenCase = z.infer<typeof caseSchema>

const pageSchema = z.object({ data: z.array(caseSchema) })

/** One person at the product: what he sends is in the book, with what he was answered. */
export type Person = {
  client: Client
  chance: Chance
  book: LoadBook
  key: string
  name: string
  /** A text of letters and digits that nothing else in the run contains. */
  newToken: () => string
}

/** So often a request is sent twice at once, as by a double click or a caller that lost its patience. */
const TWICE = 0.12
/** And so often with the version that was seen. */
const WITH_VERSION = 0.3

export function createPerson(person: Omit<Person, 'newToken'>): Person {
  let sent = 0
  return { ...person, newToken: () => `${person.name}n${++sent}z` }
}

/** Nobody is faster than this, so that those who have nothing to do leave the machine to the others. */
export async function think({ chance }: Person): Promise<void> {
  await wait(chance.int(10, 150))
}

export async function listCases(person: Person, query: string): Promise<SeenCase[]> {
  const answer = await person.client.call({ method: 'GET', path: `after-sales?${query}`, key: person.key })
  return answer.kind === 'done' ? pageSchema.parse(answer.body).data : []
}

export async function readCase(person: Person, no: string): Promise<SeenCase | null> {
  const answer = await person.client.call({ method: 'GET', path: `after-sales/${no}`, key: person.key })
  return answer.kind === 'done' ? caseSchema.parse(answer.body) : null
}

/** Does one of these acts, so far as the case offers it; each as often as its weight says. False when it offers none. */
export async function actByChance<P extends string>(
  person: Person,
  seen: SeenCase,
  {
    acts,
    weights,
  }: { acts: Record<P, (token: string, chance: Chance) => object>; weights: Readonly<Record<P, number>> },
): Promise<boolean> {
  const offered: Partial<Record<P, number>> = {}
  let any = false
  for (const path in weights) {
    if (!seen.availableActions.includes(path)) continue
    offered[path] = weights[path]
    any = true
  }
  if (!any) return false
  const path = person.chance.draw(offered)
  const token = person.newToken()
  await act(person, seen, { path, token, body: acts[path](token, person.chance) })
  return true
}

export async function act(
  person: Person,
  { no, version }: SeenCase,
  { path, token, body }: { path: string; token: string; body: object },
): Promise<void> {
  const withVersion = person.chance.hits(WITH_VERSION) ? { version } : {}
  const answer = await sendOnce(person, no, {
    method: 'POST',
    path: `after-sales/${no}/${path}`,
    key: person.key,
    body: { ...body, ...withVersion },
    name: token,
  })
  person.book.acts.push({ no, path, token, fate: answer.kind })
}

/** Under one name, now and then twice at the same moment: both have to be answered alike. */
export async function sendOnce(person: Person, about: string, call: Call & { name: string }): Promise<Answer> {
  if (!person.chance.hits(TWICE)) return person.client.call(call)
  const [one, other] = await Promise.all([person.client.call(call), person.client.call(call)])
  if (one.kind === 'unknown') return other
  if (other.kind === 'unknown') return one
  const answers = [one, other].map((answer) => JSON.stringify(answer))
  if (answers[0] !== answers[1])
    person.book.contradictions.push({ no: about, path: call.path, answers: answers.join(' / ').slice(0, 300) })
  return one
}
