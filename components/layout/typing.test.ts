import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isChord, isTaken, keyOf } from './typing'

/** As much of a document as a key asks about: what the target is, or lies in, and what floats. */
class Element {
  constructor(
    readonly within: string,
    readonly type = '',
  ) {}
  closest(selector: string): Element | null {
    return selector.split(', ').some((one) => one === this.within) ? this : null
  }
}
class Input extends Element {}

let floating = ''
beforeEach(() => {
  vi.stubGlobal('HTMLElement', Element)
  vi.stubGlobal('HTMLInputElement', Input)
  vi.stubGlobal('document', {
    querySelector: (selector: string) => (selector.split(', ').includes(floating) ? {} : null),
  })
})
afterEach(() => {
  floating = ''
  vi.unstubAllGlobals()
})

const row = new Element('a')
const KEY = { key: 'a', code: 'KeyA', keyCode: 65, isComposing: false, defaultPrevented: false, target: row }
const NONE = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false }
const press = (event: object) => ({ ...KEY, ...NONE, ...event }) as unknown as KeyboardEvent

describe('a key is the desk’s', () => {
  test.each([
    ['on a row', {}],
    ['on a button', { target: new Element('button') }],
    ['on a checkbox', { target: new Input('input', 'checkbox') }],
    ['on a radio', { target: new Input('input', 'radio') }],
    ['on nothing at all', { target: null }],
    ['with CapsLock', { key: 'A' }],
    ['with Shift', { key: 'X', shiftKey: true }],
  ])('%s', (_, event) => {
    expect(isTaken(press(event))).toBe(false)
  })
})

describe('a key is not the desk’s', () => {
  test.each([
    ['in a field', { target: new Input('input', 'text') }],
    ['in a field for numbers', { target: new Input('input', 'number') }],
    ['in a text', { target: new Element('textarea') }],
    ['in a native select', { target: new Element('select') }],
    ['on a select, which looks for an option', { target: new Element('[role="combobox"]') }],
    ['in what can be edited', { target: new Element('[contenteditable]:not([contenteditable="false"])') }],
    ['while an input method is open', { isComposing: true }],
    ['as Safari says that an input method is open', { keyCode: 229 }],
    ['when something else has used it', { defaultPrevented: true }],
    ['with ⌘', { metaKey: true }],
    ['with Ctrl', { ctrlKey: true }],
    ['with Alt', { altKey: true }],
  ])('%s', (_, event) => {
    expect(isTaken(press(event))).toBe(true)
  })

  test.each([
    ['a dialog', '[role="dialog"]'],
    ['a menu', '[role="menu"]'],
    ["a select's list", '[data-radix-popper-content-wrapper] [role="listbox"]'],
  ])('while %s is open', (_, open) => {
    floating = open
    expect(isTaken(press({}))).toBe(true)
  })
})

test.each([
  ['j', 'KeyJ', false, 'j'],
  ['J', 'KeyJ', true, 'j'],
  ['о', 'KeyJ', false, 'j'],
  ['ｊ', 'KeyJ', false, 'j'],
  ['a', 'KeyQ', false, 'a'],
  ['？', 'Slash', true, '?'],
  ['、', 'Slash', false, '/'],
  ['١', 'Digit1', false, '1'],
  ['Escape', 'Escape', false, 'escape'],
  ['é', 'Digit2', false, '2'],
])('%j on %s is the key %j', (key, code, shiftKey, expected) => {
  expect(keyOf({ key, code, shiftKey })).toBe(expected)
})

describe('a chord', () => {
  const chord = (agent: string, event: object) => {
    vi.stubGlobal('navigator', { userAgent: agent })
    return isChord(press({ key: 'k', code: 'KeyK', ...event }), 'k')
  }
  test.each([
    ['Macintosh', { metaKey: true }, true],
    ['Macintosh', { ctrlKey: true }, false],
    ['Windows', { ctrlKey: true }, true],
    ['Windows', { metaKey: true }, false],
    ['Windows', {}, false],
    ['Windows', { ctrlKey: true, shiftKey: true }, false],
    ['Windows', { ctrlKey: true, altKey: true }, false],
    ['Windows', { ctrlKey: true, isComposing: true }, false],
    ['Windows', { ctrlKey: true, key: 'л' }, true],
  ])('on %s: %j is one: %s', (agent, event, expected) => {
    expect(chord(agent, event)).toBe(expected)
  })
})
