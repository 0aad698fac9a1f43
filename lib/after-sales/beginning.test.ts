import { describe, expect, it } from 'vitest'
import { textAfter } from './beginning'

describe('the text after all that begin so', () => {
  it.each([
    ['AS0001', 'AS0002'],
    ['丁', '丂'],
    ['丁小', '丁尐'],
    ['O%', 'O&'],
    ['O_\\', 'O_]'],
    ['😀', '😁'],
    ['a\u{10ffff}\u{10ffff}', 'b'],
    ['\ud7ff', '\ue000'],
    ['\uffff', '\u{10000}'],
  ])('of %j is %j', (beginning, next) => expect(textAfter(beginning)).toBe(next))

  it.each(['', '\u{10ffff}'])('of %j there is none', (beginning) => expect(textAfter(beginning)).toBeNull())
})
