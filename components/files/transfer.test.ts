import { expect, test } from 'vitest'
import { carriesFiles, filesOfPaste } from './transfer'

const picture = new File(['x'], 'image.png', { type: 'image/png' })

test.each([
  { what: 'a screenshot', types: ['Files'], taken: 1 },
  { what: 'a picture of a web page', types: ['text/html', 'Files'], taken: 1 },
  { what: 'a file of a file manager', types: ['text/plain', 'Files'], taken: 1 },
  { what: 'a passage of a text processor', types: ['text/plain', 'text/html', 'text/rtf', 'Files'], taken: 0 },
])('of $what $taken file is pasted', ({ types, taken }) => {
  expect(filesOfPaste({ types, files: [picture] })).toHaveLength(taken)
})

test('text has no files', () => {
  expect(filesOfPaste({ types: ['text/plain'], files: [] })).toEqual([])
})

test('a dragged file is known before it is let go of, a dragged link is none', () => {
  expect(carriesFiles({ types: ['Files'] })).toBe(true)
  expect(carriesFiles({ types: ['text/uri-list'] })).toBe(false)
  expect(carriesFiles(null)).toBe(false)
})
