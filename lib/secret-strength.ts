/** Why nobody should rely on a secret, in words that go on from its name; null when nothing speaks against it. */
export function findWeakness(secret: string, shortest: number): string | null {
  if (secret.length < shortest) return `is shorter than ${shortest} characters`
  if (new Set(secret).size < FEWEST_DIFFERENT || isRepeated(secret) || isSequence(secret))
    return 'repeats itself or counts on, so that it is soon guessed'
  if (PUBLISHED.includes(secret)) return 'is one that this program was published with'
  if (withoutWords(secret).length < shortest / 2) return 'is made of words that everybody tries'
  return null
}

/** Of 32 characters drawn at random from sixteen, fewer differ once in ten million draws. */
const FEWEST_DIFFERENT = 7

/** What stands in this repository for everybody to read. */
const PUBLISHED = ['a-platform-key-for-the-journeys-only', 'afterdesk-demo']

const WORDS = [
  ...['changeme', 'change', 'password', 'passwort', 'passwd', 'secret', 'example', 'default', 'afterdesk', 'platform'],
  ...['sample', 'placeholder', 'replace', 'insert', 'please', 'admin', 'postgres', 'letmein', 'qwerty', 'welcome'],
  ...['production', 'development', 'staging', 'session', 'payment', 'webhook', 'minio', 'access', 'characters'],
  ...['desk', 'demo', 'test', 'local', 'long', 'super', 'strong', 'secure', 'random', 'your', 'this', 'that', 'some'],
  ...['with', 'must', 'here', 'more', 'than', 'least', 'token', 'root', 'user', 'only', 'shop', 'mail', 'key'],
  ...['0123456789', '123456789', '12345678', '123456', '12345', '1234', 'abcdefghij', 'abcdef', 'abcd'],
]
const ANY_WORD = new RegExp(WORDS.toSorted((a, b) => b.length - a.length).join('|'), 'gi')

/** What is left for somebody to guess who has tried the words. */
function withoutWords(secret: string): string {
  return secret.replace(ANY_WORD, '').replace(/[^\p{L}\p{N}]/gu, '')
}

/** The same piece over and over, the last time perhaps cut off. */
function isRepeated(secret: string): boolean {
  for (let length = 1; length <= (secret.length + 1) / 2; length++)
    if (secret.startsWith(secret.slice(length))) return true
  return false
}

/** Most characters are the next, the same or the previous one of the alphabet or of the digits. */
function isSequence(secret: string): boolean {
  const steps = [...secret].filter((one, n) => n > 0 && Math.abs(one.charCodeAt(0) - secret.charCodeAt(n - 1)) <= 1)
  return steps.length > (secret.length - 1) * 0.7
}
