import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const document = readFileSync('docs/security.md', 'utf8')
const named = [
  ...document.matchAll(/`((?:app|components|docs|e2e|lib|prisma|scripts|tests)\/[^`\s]+|[\w-]+\.(?:ts|json))`/g),
]

test('what docs/security.md names is there', () => {
  expect(named.length).toBeGreaterThan(100)
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([])
})

test('every chapter of the standard is answered', () => {
  const chapters = [...document.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number))
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, n) => n + 1))
})

test('what holds in the chapters is shown by a test, or said why it needs none', () => {
  const rows = document.split('\n').filter((line) => /^\| \d/.test(line))
  const bare = rows.filter((row) => row.includes('| ✓ |') && (row.split('| ✓ |')[1] ?? '').replace(/[|\s]/g, '') === '')
  expect(rows.length).toBeGreaterThan(90)
  expect(bare).toEqual([])
})
