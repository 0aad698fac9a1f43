import type { KeyKind } from '@/lib/api/openapi/note'
import type { Reply } from '@/tests/support/api'
import { fileRequest, jpeg } from '@/tests/support/files'
import type { Operation } from './operations'
import { type Body, type Sent, send } from './send'
import { type Maker, makersFor, REAL, type Thing } from './things'
import type { World } from './world'

/** How a request comes about that the document calls valid: on what, and with which of the document's bodies. */
export type Recipe = { operation: Operation; kind: KeyKind; maker: Maker; example: unknown }
/** One that was made after it, on things of its own: to be sent as it is, or spoilt first. */
export type Prepared = Sent & { recipe: Recipe; params: Readonly<Record<string, string>>; value: unknown }

/** Every way to a valid request with a key of this kind, those that say most first. */
export function recipesFor(operation: Operation, kind: KeyKind): Recipe[] {
  const examples = examplesFor(operation, kind).sort((a, b) => lengthOf(b) - lengthOf(a))
  return examples.flatMap((example) => makersFor(operation).map((maker) => ({ operation, kind, maker, example })))
}

/** Those that a key of this kind can send; to who can send none any will do. */
function examplesFor({ body }: Operation, kind: KeyKind): unknown[] {
  const examples = body?.examples ?? [{ value: undefined, keys: [kind] }]
  const own = examples.filter(({ keys }) => keys.includes(kind))
  return (own.length > 0 ? own : examples).map(({ value }) => value)
}

const lengthOf = (example: unknown) => JSON.stringify(example)?.length ?? 0

/** A recipe that leads to success, and what it led to. Throws, with all that was answered, where none does. */
export async function findRecipe(recipes: readonly Recipe[], world: World): Promise<{ recipe: Recipe; reply: Reply }> {
  const refused: string[] = []
  for (const recipe of recipes) {
    const prepared = await prepare(recipe, world)
    const reply = await send(prepared)
    if (reply.status === recipe.operation.success) return { recipe, reply }
    refused.push(`  ${reply.status} ${JSON.stringify(reply.body)}\n    to ${JSON.stringify(prepared.value)}`)
  }
  throw new Error(
    `${recipes[0]?.operation.name}: no example of the document succeeds on anything that this test knows to make. If what it needs is new, tell tests/support/api-fuzz/things.ts.\n${refused.join('\n')}`,
  )
}

export async function prepare(recipe: Recipe, world: World): Promise<Prepared> {
  const { operation, kind, maker, example } = recipe
  const thing = await maker(world, kind)
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => thing.params[name] ?? `{${name}}`)
  const value = await withRealNames(example, world, kind, thing)
  const sent = operation.body ? await encode(operation.body.media, value) : {}
  return { recipe, method: operation.method, path, key: world.own.keys[kind], params: thing.params, value, ...sent }
}

/** The headers and the bytes of a body. */
export async function encode(media: string, value: unknown): Promise<{ body: Body; headers: Record<string, string> }> {
  if (media === 'application/json') return { body: JSON.stringify(value), headers: { 'Content-Type': media } }
  if (media !== 'multipart/form-data') throw new Error(`this test knows of no bodies of ${media}`)
  const request = fileRequest(await jpeg())
  return {
    body: new Uint8Array(await request.arrayBuffer()),
    headers: { 'Content-Type': request.headers.get('content-type') ?? '' },
  }
}

async function withRealNames(value: unknown, world: World, kind: KeyKind, thing: Thing): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Promise.all(value.map((item) => withRealNames(item, world, kind, thing)))
  const members = Object.entries(value).map(async ([name, child]) => [
    name,
    await (REAL[name]?.(world, kind, thing) ?? withRealNames(child, world, kind, thing)),
  ])
  return Object.fromEntries(await Promise.all(members))
}
