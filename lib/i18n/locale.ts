/** The languages of the product, the default first. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE: Locale = 'zh-CN'

/** Where everything happens, whoever looks at it from wherever. */
export const TIME_ZONE = 'Asia/Shanghai'

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** The first language of an Accept-Language header that there is, by its weights; else the default. */
export function matchLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = params.find((param) => param.startsWith('q='))?.slice(2)
      return { tag, weight: weight === undefined ? 1 : Number.parseFloat(weight) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    const found = LOCALES.find((locale) => locale.slice(0, 2) === tag.split('-')[0])
    if (found) return found
  }
  return DEFAULT_LOCALE
}
