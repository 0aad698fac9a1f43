/**
 * JSON as documents show it, with `…` for what was left out: among an object's members or at the end of a list (there may
 * be more), as a value (there is one), within a text (anything). Everything else is what an answer must be, but that
 * instants, UUIDs and numbers of cases and refunds stand for any other of their kind.
 */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const MORE = '…'
const KINDS = [
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  /^AS\d+$/,
  /^RF\d+$/,
]

/** Where an answer is not as the document shows it, a sentence each. Throws when either is no JSON. */
export function findDifferences(shown: string, answer: string): string[] {
  return compare(JSON.parse(quoteEllipses(shown)), JSON.parse(answer), 'the answer')
}

function compare(shown: Json, real: Json | undefined, path: string): string[] {
  if (real === undefined) return [`${path} is missing`]
  if (shown === MORE) return []
  if (typeof shown === 'string' && typeof real === 'string' && isLike(shown, real)) return []
  if (Array.isArray(shown) && Array.isArray(real)) return compareLists(shown, real, path)
  if (isObject(shown) && isObject(real)) return compareObjects(shown, real, path)
  return shown === real ? [] : [`${path} is ${JSON.stringify(real)}, not ${JSON.stringify(shown)}`]
}

function compareLists(shown: Json[], real: Json[], path: string): string[] {
  const isOpen = shown.at(-1) === MORE
  const items = isOpen ? shown.slice(0, -1) : shown
  if (!isOpen && real.length > items.length) return [`${path} has ${real.length} items, not ${items.length}`]
  return items.flatMap((item, index) => compare(item, real[index], `${path}.${index}`))
}

function compareObjects(shown: Record<string, Json>, real: Record<string, Json>, path: string): string[] {
  const { [MORE]: more, ...members } = shown
  const unshown = more === undefined ? Object.keys(real).filter((name) => !Object.hasOwn(members, name)) : []
  return [
    ...Object.entries(members).flatMap(([name, value]) => compare(value, real[name], `${path}.${name}`)),
    ...unshown.map((name) => `${path}.${name} is not shown`),
  ]
}

function isLike(shown: string, real: string): boolean {
  if (KINDS.some((kind) => kind.test(shown) && kind.test(real))) return true
  const parts = shown.split(MORE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`, 's').test(real)
}

function isObject(value: Json): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Makes JSON of it: a bare `…` becomes a text, or a member of that name where one would stand. */
function quoteEllipses(shown: string): string {
  const open: string[] = []
  let last = ''
  return shown.replace(/"(?:[^"\\]|\\.)*"|\s+|./gsu, (token) => {
    if (token.trim() === '') return token
    const isMember = open.at(-1) === '{' && (last === '{' || last === ',')
    if (token === '{' || token === '[') open.push(token)
    if (token === '}' || token === ']') open.pop()
    last = token
    if (token !== MORE) return token
    return isMember ? `"${MORE}": "${MORE}"` : `"${MORE}"`
  })
}
