/**
 * What must not stand in a log and can be told by its look, in texts of whatever origin: a message, a stack, an address,
 * what another system answered. What only its name tells (a recipient, a street) is lib/redact-line.ts's.
 */

/** Long runs of digits that say nothing of anybody: ids and instants are passed over before a telephone is looked for. */
const KEPT = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z?`

// A percent sign and two digits before a number are an encoded character, and no part of the number.
const BEGINS = String.raw`(?:(?<![\w.])|(?<=%[\da-f]{2}))`
const GAP = String.raw`(?:[\s-]|%20|\+)?`
const PHONES = [
  // of a mobile in China, with or without the country
  String.raw`(?:(?:\+|%2b|00)?86${GAP})?1[3-9]\d${GAP}\d{4}${GAP}\d{4}`,
  // of a place there, whose code begins with 0, or lacks it behind the country
  String.raw`(?:(?:\+|%2b|00)86${GAP}(?:10|2\d|[3-9]\d\d)|[(（]?0(?:10|2\d|[3-9]\d\d)[)）]?)${GAP}\d{3,4}${GAP}\d{4}`,
  String.raw`[48]00-\d{3,4}-\d{3,4}`,
  // of anywhere else
  String.raw`(?:\+|%2b)[1-9]\d{0,2}(?:[\s-]?\d){7,12}`,
]
const PHONE = new RegExp(`(${KEPT})|${BEGINS}(?:${PHONES.join('|')})(?!\\w)`, 'gi')

const MAIL =
  /(?<![\p{L}\p{N}.+-])[\p{L}\p{N}][\p{L}\p{N}_.+-]{0,63}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu

/** From a province, a city or a district to its street and house, as far as one is written after the other. */
const PLACE =
  /\p{Script=Han}{2,8}?(?:省|市|区|县|州|旗|镇|乡)[\p{Script=Han}\w\s#-]{0,32}?(?:街道|大街|路|街|巷|弄|村|小区|大厦|号|栋|幢|单元|室)[\p{Script=Han}\w#-]{0,40}(?:\s?\d{1,5}\s?(?:号|弄|栋|幢|单元|室|楼|层)[\p{Script=Han}\w#-]{0,40}){0,4}/gu

const KEYS: readonly (readonly [RegExp, string])[] = [
  // whatever stands before the host of an address lets somebody in there
  [/([a-z][a-z\d+.-]{0,20}:\/\/)[^\s/?#"'<>]{1,500}@/gi, '$1[redacted]@'],
  [/(ak_(?:platform|shop)_[\w-]{8})[\w-]{20,}/g, '$1[redacted]'],
  [/whsec_[\w+/=-]{8,}/g, 'whsec_[redacted]'],
  [/inv_[\w-]{20,}/g, 'inv_[redacted]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g, '[redacted]'],
  [/\bAKIA[\dA-Z]{16}\b/g, '[redacted]'],
  [/\b((?:set-)?cookie|(?:proxy-)?authorization)(["']?\s*[:=]\s*["']?)[^\r\n"']+/gi, '$1$2[redacted]'],
  [/\b(bearer|basic)( +|%20)[\w+/=.~-]{8,}/gi, '$1$2[redacted]'],
  [
    /((?:password|passwd|pwd|secret|token|api[_-]?key|signature|credential)["']?\s*[:=]\s*["']?)[^\s"'&#,;}\]]+/gi,
    '$1[redacted]',
  ],
  // what somebody looks for is a name or a number of a person's
  [/([?&](?:search|q)=)[^&#\s"']+/g, '$1[redacted]'],
]

/** PostgreSQL shows the values of the row that it refuses. */
const ROWS: readonly (readonly [RegExp, string])[] = [
  [/(Failing row contains \(|Key \([^\n]{0,300}?\)=\()[^\n]*/g, '$1[redacted]'],
  [/(invalid input (?:syntax for type [\w ]{1,40}|value for enum [\w"]{1,80}): ")[^\n]*/g, '$1[redacted]'],
  [/(portal(?: "[^"\n]*")? (?:with )?parameters?[^\n]{0,20}? ?= )[^\n]*/gi, '$1[redacted]'],
]

/** More is nobody's to read in a log, and somebody's to keep us looking through. */
const LONGEST = 16_384

/** The text without telephones, e-mail and postal addresses, keys, and values of rows. All else stays, as far as it is kept. */
export function redactText(text: string): string {
  const kept = text.length > LONGEST ? `${text.slice(0, LONGEST)}… [cut]` : text
  const opened = [...KEYS, ...ROWS].reduce((rest, [look, instead]) => rest.replace(look, instead), kept)
  return opened
    .replace(MAIL, '[e-mail]')
    .replace(PLACE, '[address]')
    .replace(PHONE, (_, kept: string | undefined) => kept ?? '[phone]')
}
