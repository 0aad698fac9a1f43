import { describe, expect, test } from 'vitest'
import { LOCALES } from '@/lib/i18n/locale'
import { identifier } from '@/lib/text'
import { faultsOf, REPLY_KINDS } from './domain/quick-reply'
import { REPLIES_PER_KIND } from './domain/reply-list'
import { findUnfilled, LANGUAGES } from './domain/variables'
import { startersOf } from './starters'

describe.each(REPLY_KINDS)('what comes with the product of %s', (kind) => {
  test.each(LOCALES)('could be a shop’s own in %s', (locale) => {
    const list = startersOf(kind, locale)
    expect(list.length).toBeGreaterThan(0)
    expect(list.length).toBeLessThan(REPLIES_PER_KIND)
    for (const reply of list) {
      expect(faultsOf(kind, reply)).toEqual([])
      expect(identifier().safeParse(reply.id).success).toBe(true)
    }
    expect(new Set(list.map(({ title }) => title)).size).toBe(list.length)
  })

  test('is the same in every language', () => {
    const [chinese, english] = LOCALES.map((locale) => startersOf(kind, locale).map(({ id }) => id))
    expect(chinese).toEqual(english)
  })
})

test('speaks of the case in the language it is written in', () => {
  const written = LOCALES.map((locale) => startersOf('REPLY', locale).flatMap(({ text }) => findUnfilled(text)))
  expect(written[0]).toContain('{截止时间}')
  expect(written[1]).toContain('{deadline}')
  expect(LANGUAGES).toEqual(LOCALES)
})
