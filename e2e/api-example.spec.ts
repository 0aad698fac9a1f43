import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { findDifferences } from '../tests/support/abridged-json'
import { expect, PLATFORM_KEY, test } from './fixtures'

// docs/api-example.md, run as a reader would: every command in order in one shell, every answer compared with the page.

type Block = { language: string; text: string; line: number }

const DOCUMENT = 'docs/api-example.md'

test('the worked example does what it says', ({ product }) => {
  const { status, error } = spawnSync('curl', ['--version'])
  if (error || status !== 0) throw new Error('curl is not installed, and the worked example is made of nothing else.')
  const blocks = readBlocks()
  const steps = pairBlocks(blocks)
  // an answer that follows no command would be compared with nothing
  expect(steps.filter(({ answer }) => answer).length).toBe(blocks.filter(isAnswer).length)
  const outputs = runInOneShell(
    product.address,
    steps.map(({ commands }) => commands),
  )
  const complaints = steps.flatMap(({ answer }, index) => (answer ? compare(answer, outputs[index] ?? '') : []))
  expect(complaints).toEqual([])
})

function readBlocks(): Block[] {
  const document = readFileSync(DOCUMENT, 'utf8')
  return [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: text = '', index }) => {
    return { language, text, line: document.slice(0, index).split('\n').length }
  })
}

/** Each piece of shell, with the answer that the page shows right after it. */
function pairBlocks(blocks: readonly Block[]): { commands: Block; answer: Block | null }[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    return block.language === 'sh' ? [{ commands: block, answer: next && isAnswer(next) ? next : null }] : []
  })
}

function isAnswer({ language }: Block): boolean {
  return language === 'json' || language === 'http'
}

/** What each of them prints, of the product at this address. */
function runInOneShell(address: string, commands: readonly Block[]): string[] {
  const mark = '---- end of a step ----'
  const script = ['set -euo pipefail', ...commands.flatMap(({ text }) => [text, `printf '\\n%s\\n' '${mark}'`])].join(
    '\n',
  )
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, AFTERDESK: address, PLATFORM_KEY },
  })
  const outputs = stdout.split(`\n${mark}\n`)
  const failed = commands[outputs.length - 1]
  if (status !== 0) throw new Error(`${DOCUMENT}:${failed?.line} failed: ${stderr}\n${outputs.at(-1)}`)
  return outputs
}

/** Where the output is not as the page shows it. An `http` block shows some of the head before the body. */
function compare({ language, text, line }: Block, output: string): string[] {
  const [head, body] = language === 'http' ? text.split(/\n\n(.*)/s) : ['', text]
  const lines = output.split('\n').map((one) => one.trim())
  const missing = (head ?? '')
    .split('\n')
    .filter((shown) => shown !== '' && !lines.some((one) => equalsIgnoringCase(one, shown)))
  const answer = lines.findLast((one) => one !== '') ?? ''
  const differences = [...missing.map((shown) => `there is no ${shown}`), ...findDifferences(body ?? '', answer)]
  return differences.map((difference) => `${DOCUMENT}:${line}: ${difference}`)
}

function equalsIgnoringCase(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
