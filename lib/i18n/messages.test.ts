import { describe, expect, test } from 'vitest'
import { CLAUSES } from '@/lib/after-sales/domain/clauses'
import en from './messages/en.json'
import zh from './messages/zh-CN.json'

type Texts = { [key: string]: string | Texts }

const chinese = flatten(zh)
const english = flatten(en)

// What is the same in both languages: signs, keys, the language switch.
const SAME = new Set(['common.mark', 'common.language.label'])

test('both languages have the same messages', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
})

test('no message is empty or has blanks around it', () => {
  // What joins others may end with one.
  const bad = (texts: Map<string, string>) =>
    [...texts].filter(([key, text]) => text.trim() === '' || (text !== text.trim() && !key.endsWith('.join')))
  expect(bad(chinese)).toEqual([])
  expect(bad(english)).toEqual([])
})

test('nothing was left untranslated', () => {
  const same = [...chinese].filter(([key, text]) => text === english.get(key) && !SAME.has(key))
  // What says nothing but its arguments may stand alike in both.
  expect(same.filter(([, text]) => words(text).length > 1)).toEqual([])
})

test('English messages hold no Chinese but in the language switch', () => {
  const bad = [...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !key.startsWith('common.'))
  expect(bad).toEqual([])
})

describe('arguments', () => {
  test.each([...chinese.keys()])('%s takes the same in both languages', (key) => {
    expect(argumentsOf(english.get(key) ?? '')).toEqual(argumentsOf(chinese.get(key) ?? ''))
  })

  test('are found in nested plurals and tags', () => {
    const text = "<b>{a}</b> {n, plural, one {# of {b}} other {# {c, select, x {<i>y</i>} other {'{'no'}'}}}}"
    expect(argumentsOf(text)).toEqual(['<b>', '<i>', 'a', 'b', 'c', 'n'])
  })
})

test('every clause that can be cited is explained', () => {
  expect(Object.keys(zh.rules.clauses).sort()).toEqual(CLAUSES.map((clause) => clause.replace('.', '_')).sort())
})

function flatten(texts: Texts, path = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...flatten(value, `${path + key}.`)],
  )
  return new Map(entries)
}

/** The names of ICU arguments and tags, sorted; those within plural and select branches too. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>()
  collect(text.replace(/'[{}<>][^']*'/g, ''), names)
  return [...names].sort()
}

function collect(text: string, names: Set<string>): void {
  for (const [tag] of text.matchAll(/<\w+>/g)) names.add(tag)
  for (const argument of bracesOf(text)) {
    names.add(/^\s*(\w+)/.exec(argument)?.[1] ?? argument)
    // What stands in braces within an argument is a branch, a text of its own.
    for (const branch of bracesOf(argument)) collect(branch, names)
  }
}

/** What stands between the outermost braces. */
function bracesOf(text: string): string[] {
  const found: string[] = []
  let [depth, from] = [0, 0]
  for (const [at, sign] of [...text].entries()) {
    if (sign === '{' && depth++ === 0) from = at + 1
    if (sign === '}' && --depth === 0) found.push([...text].slice(from, at).join(''))
  }
  return found
}

/** What a message says by itself, without its arguments, digits and signs. */
function words(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '').replace(/[^\p{L}]/gu, '')
}
