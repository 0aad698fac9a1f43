import { expect, test } from 'vitest'
import { contentDisposition } from '@/lib/content-disposition'
import { nameExport } from './file-name'
import { wordsOf } from './words'

const now = Date.parse('2026-03-12T16:30:00Z')

test.each([
  ['南栀织物旗舰店', 'zh-CN', '南栀织物旗舰店-售后单-2026-03-13.csv'],
  ['Nanqi', 'en', 'Nanqi-after-sales-2026-03-13.csv'],
  ['../a\\b:c*"?<|>\r\n', 'en', '.. a b c-after-sales-2026-03-13.csv'],
] as const)('of %j in %s', (shop, locale, name) => {
  expect(nameExport('cases', shop, now, wordsOf(locale))).toBe(name)
})

test('a Chinese name travels in a header, and nothing in it ends the header', () => {
  expect(contentDisposition('attachment', '店"\r\n100%(1).csv')).toBe(
    `attachment; filename="____100_(1).csv"; filename*=UTF-8''%E5%BA%97%22%0D%0A100%25%281%29.csv`,
  )
})
