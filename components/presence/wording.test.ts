import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import zh from '@/lib/i18n/messages/zh-CN.json'
import { namesOf } from './wording'

const words = {
  'zh-CN': createTranslator({ locale: 'zh-CN', messages: zh }),
  en: createTranslator({ locale: 'en', messages: en }),
}

const people = (...names: string[]) => namesOf(names.map((name) => ({ userId: name, name })))

describe.each([
  {
    of: people('周宁'),
    'zh-CN': ['周宁也在看', '周宁'],
    en: ['周宁 is here too', '周宁'],
  },
  {
    of: people('周宁', '林晓'),
    'zh-CN': ['周宁、林晓也在看', '周宁等 2 人'],
    en: ['周宁 and 林晓 are here too', '周宁 +1'],
  },
  {
    of: people('周宁', '林晓', '陈安'),
    'zh-CN': ['周宁、林晓等 3 人也在看', '周宁等 3 人'],
    en: ['周宁, 林晓 and 1 other are here too', '周宁 +2'],
  },
  {
    of: people('周宁', '林晓', '陈安', '高原', '何田'),
    'zh-CN': ['周宁、林晓等 5 人也在看', '周宁等 5 人'],
    en: ['周宁, 林晓 and 3 others are here too', '周宁 +4'],
  },
])('$of.count others', ({ of, ...said }) => {
  test.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
    expect([words[locale]('case.watchers.here', of), words[locale]('queue.flags.watching', of)]).toEqual(said[locale])
  })
})
