import fc from 'fast-check'
import { withValue } from './json-text'
import { fieldsOf, type Schema } from './schema'

/** What chance sends: always the same, unless FUZZ_SEED says otherwise, and so often as FUZZ_RUNS says for each body. */

export const CHANCE = {
  seed: Number(process.env.FUZZ_SEED ?? 20_210_325),
  numRuns: Number(process.env.FUZZ_RUNS ?? 20),
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(null, '', 0, 1, -1, '__proto__', 'a', [], {}),
)

/** A body of the schema with something else in one to four of its places, as text. */
export function spoiltByChance(schema: Schema): fc.Arbitrary<(body: unknown) => string> {
  const places = fieldsOf(schema).map(({ path }) => path)
  return fc
    .array(fc.record({ place: fc.constantFrom(...places), value: anything }), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const apply = (body: unknown) =>
        JSON.stringify(changes.reduce((spoilt, { place, value }) => withValue(spoilt, place, value), body))
      return Object.assign(apply, { [fc.toStringMethod]: () => JSON.stringify(changes) })
    })
}

/** Some bytes of the text are others, or gone, or there are more. */
export const brokenByChance: fc.Arbitrary<(text: string) => Uint8Array> = fc
  .record({ at: fc.nat(), drop: fc.nat({ max: 3 }), insert: fc.uint8Array({ maxLength: 4 }) })
  .map(({ at, drop, insert }) => {
    const apply = (text: string) => {
      const bytes = Buffer.from(text)
      const from = at % (bytes.length + 1)
      return Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + drop)])
    }
    return Object.assign(apply, { [fc.toStringMethod]: () => JSON.stringify({ at, drop, insert: [...insert] }) })
  })
