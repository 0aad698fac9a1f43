/** Surnames of two characters; everybody else's has one. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 司空 夏侯 长孙 宇文 南宫 端木 百里 东郭 西门 独孤 轩辕 澹台 ' +
    '公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 闻人 赫连 呼延 闾丘 万俟 第五'
  ).split(' '),
)

/** What a list shows of a buyer's name, the surname: `王小明` → `王**`, `欧阳锋` → `欧阳**`, `Wang Fang` → `Wang **`. */
export function maskName(name: string): string {
  const trimmed = name.trim()
  const [first = '', ...rest] = trimmed
  if (!/\p{Script=Han}/u.test(first)) {
    const [word = '', ...words] = trimmed.split(/\s+/)
    return words.length > 0 ? `${word} **` : `${first}**`
  }
  if (rest.length === 0) return '**'
  const surname = first + rest[0]
  return rest.length > 1 && COMPOUND_SURNAMES.has(surname) ? `${surname}**` : `${first}**`
}

/** `+86 138-0000-6021` → `138 **** 6021`; of a shorter number only the end stays. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^\s*(\+|00)86/, '').replace(/\D/g, '')
  if (digits.length >= 11) return `${digits.slice(0, 3)} **** ${digits.slice(-4)}`
  return digits.length >= 7 ? `**** ${digits.slice(-4)}` : '****'
}
