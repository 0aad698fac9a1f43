import { execFile } from 'node:child_process'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { processWide } from '@/lib/process-wide'
import type { Paper } from './paper'

const TIMEOUT_MS = 30_000
const limit = () => processWide('paperDrawing', () => pLimit(2))

/**
 * Draws papers into `folder` and returns where they lie. A process of its own does it: a font of eight megabytes and the
 * lines of a long conversation would keep this one from answering anybody else. Throws when it fails or takes too long.
 */
export function drawPapers(papers: readonly Paper[], folder: string): Promise<string[]> {
  if (papers.length === 0) return Promise.resolve([])
  return limit()(() => runDrawer(papers, folder))
}

function runDrawer(papers: readonly Paper[], folder: string): Promise<string[]> {
  // run from the project's folder, as everything is
  const script = join(process.cwd(), 'lib', 'disputes', 'pack', 'draw-process.ts')
  const args = ['--max-old-space-size=512', '--import', 'tsx', script, folder]
  const { PATH, TMPDIR } = process.env
  const environment = { NODE_ENV: process.env.NODE_ENV, ...(PATH && { PATH }), ...(TMPDIR && { TMPDIR }) }
  return new Promise((resolve, reject) => {
    const drawer = execFile(
      process.execPath,
      args,
      { timeout: TIMEOUT_MS, killSignal: 'SIGKILL', env: environment },
      (error, _stdout, stderr) => {
        if (error) reject(new Error(`the papers were not drawn: ${stderr || error.message}`))
        else resolve(papers.map((_, index) => join(folder, `${index}.pdf`)))
      },
    )
    // a drawer that is gone already says why by itself
    drawer.stdin?.on('error', () => undefined)
    drawer.stdin?.end(JSON.stringify(papers))
  })
}
