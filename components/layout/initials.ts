/** What stands in the small round face: `林晓` → `林`, `Lin Xiao` → `LX`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const firsts = words.map((word) => [...word][0] ?? '')
  return /\p{Script=Han}/u.test(firsts[0] ?? '') ? (firsts[0] ?? '') : firsts.slice(0, 2).join('').toUpperCase()
}
