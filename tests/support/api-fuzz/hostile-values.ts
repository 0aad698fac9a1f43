import { type Schema, typesOf } from './schema'

/** Values that somebody careless or hostile would send, as JSON texts: not all are values of JavaScript. */

const OF_ANY_TYPE = ['null', '"x"', '1.5', 'true', '[]', '{}', '[null]', '{"a": 1}', '[[[]]]']

const NUMBERS = [
  ...['0', '-1', '-0', '1.5', '1.0', '1e2', '0.1e1', '2147483648', '-2147483649', '4294967297'],
  ...['9007199254740992', '9007199254740993', '1e308', '1e400', '-1e400', '5e-324', '"1"', '"0x10"', '""'],
]

/** Text that people may write: it is taken, and comes back as it was sent but for the space around it. */
const HARMLESS_TEXTS = [
  `'; DROP TABLE "Order"; --`,
  '<script>alert(1)</script>&amp;',
  '__proto__',
  '\u202eright to left\u202c \u200fעברית',
  'zero\u200bwidth\ufeffinside',
  '$' + '{jndi:ldap://x} %s%n {{7*7}} $1 \\u0000 \\',
  'line\nline\r\n\ttab\u2028\u0007bell',
  '🧵👩‍👩‍👧 𠮷野家',
  'é and e\u0301',
]
let next = 0

/** All of it in one where there is room; else one after the other in turn. */
function harmlessText(max: number): string {
  const all = HARMLESS_TEXTS.join(' ')
  if ([...all].length <= max) return all
  next = (next + 1) % HARMLESS_TEXTS.length
  return [...`${HARMLESS_TEXTS[next]} 。。。。。。。。。。。。`].slice(0, max).join('').trim()
}

const BAD_TEXTS = [
  ...['""', '"   "', '"\\u00a0\\ufeff\\u3000"', '"a\\u0000b"', '"\\u0000"', '"\\ud800"', '"\\udc00x"'],
  ...['"toString"', '"../x"', '"a b"', '"a\\n"', '"ä"', '"%00"', '"-"', '"."', '"constructor"'],
]

const BAD_INSTANTS = [
  ...['', ' ', 'now', '0', '1774425600000', '2026-03-25', '2026-03-25T08:00:00', '2026-02-30T08:00:00Z'],
  ...['2026-02-29T08:00:00Z', '2026-13-01T08:00:00Z', '2026-03-25T25:00:00Z', '10000-01-01T00:00:00Z'],
  ...['+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '26-03-25T08:00:00Z', '2026-03-25T08:00:00+25:00'],
  ...['2026-03-25T08:00:00Z[Asia/Shanghai]', '2026-03-25T08:00:00Zx', '٢٠٢٦-٠٣-٢٥T08:00:00Z'],
]
const ODD_INSTANTS = [
  ...['2999-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00Z', '1969-12-31T23:59:59Z'],
  ...['2026-03-25T08:00:00.123456789Z', '2026-03-25T08:00:00+08:00', '2026-03-25T08:00:00-23:59'],
]
const BAD_LINKS = [
  ...['javascript:alert(1)', 'ftp://example.com/x', 'data:text/html,x', 'file:///etc/passwd', '//example.com/x'],
  ...['http://', 'http://[', 'https://', 'x'],
]

/** What to put in a place of this schema, each as the text of a JSON value. */
export function hostileValuesFor(schema: Schema): string[] {
  const types = typesOf(schema)
  const values = [...OF_ANY_TYPE]
  if (types.includes('integer') || types.includes('number')) values.push(...NUMBERS, ...boundsOf(schema))
  if (types.includes('string')) values.push(...textsFor(schema))
  if (types.includes('boolean')) values.push('"true"', '0', '1')
  return [...new Set(values)]
}

function boundsOf({ minimum, maximum }: Schema): string[] {
  return [minimum, maximum].flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1].map(String)))
}

function textsFor({ format, enum: choices, const: only, minLength, maxLength }: Schema): string[] {
  const quote = (texts: readonly string[]) => texts.map((text) => JSON.stringify(text))
  const wrong = [...BAD_TEXTS, ...quote(['x'.repeat(65), 'x'.repeat(100_000)])]
  if (format === 'date-time') return [...wrong, ...quote([...BAD_INSTANTS, ...ODD_INSTANTS])]
  if (format === 'uri') return [...wrong, ...quote([...BAD_LINKS, 'https://example.com/x.png'])]
  const known = [...(choices ?? []), only].filter((value) => typeof value === 'string')
  if (known.length > 0)
    return [...wrong, ...quote(known.flatMap((one) => [one, one.toLowerCase(), ` ${one} `, `${one}\0`]))]
  return [...wrong, ...quote(maxLength === undefined ? ['a', '__proto__'] : textsOf(minLength ?? 0, maxLength))]
}

/** As long as there may be, as short, one more, and what it may all be; an emoji is one code point and two units. */
function textsOf(min: number, max: number): string[] {
  const emoji = (n: number) => '🧵'.repeat(n)
  return [
    emoji(max),
    emoji(max + 1),
    'x'.repeat(max + 1),
    emoji(min),
    ...(min > 1 ? [emoji(min - 1)] : []),
    harmlessText(max),
  ]
}
