import { expect, test } from 'vitest'
import { matchLocale } from './locale'

test.each([
  [null, 'zh-CN'],
  ['', 'zh-CN'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr-FR, en;q=0.7, zh;q=0.8', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['de, fr;q=0.5', 'zh-CN'],
  ['en;q=0, zh;q=0.1', 'zh-CN'],
  ['*', 'zh-CN'],
  ['en ; q=0.5, zh ; q=x', 'en'],
])('the header %j asks for %s', (header, locale) => {
  expect(matchLocale(header)).toBe(locale)
})
