/** What somebody may choose as password. Length is what makes one strong; rules about its characters do not. */

/** Characters, spaces and any script included. */
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200
const DISTINCT_MIN = 4

export type PasswordRefusal =
  | { code: 'passwordLength'; min: number; max: number }
  /** What anybody would try first: the address, the name, one key over and over. */
  | { code: 'passwordObvious' }
  /** What many have chosen, which is tried next. */
  | { code: 'passwordCommon' }

/** Nothing is trimmed: what is typed is what is asked for at signing in. `isCommon` knows what many have chosen. */
export function refusePassword(
  password: string,
  { email, name }: { email: string; name: string },
  isCommon: (password: string) => boolean,
): PasswordRefusal | null {
  const characters = [...password]
  if (characters.length < PASSWORD_MIN || characters.length > PASSWORD_MAX)
    return { code: 'passwordLength', min: PASSWORD_MIN, max: PASSWORD_MAX }
  const own = [email, email.split('@')[0] ?? '', name].map(fold)
  const obvious = new Set(characters).size < DISTINCT_MIN || own.includes(fold(password))
  if (obvious) return { code: 'passwordObvious' }
  return isCommon(password) ? { code: 'passwordCommon' } : null
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/\s/g, '')
}
