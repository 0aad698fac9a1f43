import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { hashFile, type Prepared } from './prepared-file'
import { refuseUpload, type Uploaded } from './upload-fault'

const TIMEOUT_MS = 15_000
const UNREADABLE = 3

/**
 * Takes everything but the pages out of a PDF. A process of its own does it, which knows nothing of ours and is ended
 * when it takes too long: a document can be made to keep its reader busy for ever.
 */
export async function preparePdf(path: string, folder: string, timeoutMs = TIMEOUT_MS): Promise<Uploaded<Prepared>> {
  const target = join(folder, 'prepared')
  if (!(await runStripper(path, target, timeoutMs))) return refuseUpload('pdfUnreadable', 'file')
  const value: Prepared = {
    path: target,
    mediaType: 'application/pdf',
    width: null,
    height: null,
    thumbnail: null,
    ...(await hashFile(target)),
  }
  return { ok: true, value }
}

/** False for a document that cannot be read, or not in time. */
function runStripper(source: string, target: string, timeoutMs: number): Promise<boolean> {
  // run from the project's folder, as everything is
  const script = join(process.cwd(), 'lib', 'files', 'pdf-process.ts')
  const args = ['--max-old-space-size=512', '--import', 'tsx', script, source, target]
  const { PATH, TMPDIR } = process.env
  const environment = { NODE_ENV: process.env.NODE_ENV, ...(PATH && { PATH }), ...(TMPDIR && { TMPDIR }) }
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { timeout: timeoutMs, killSignal: 'SIGKILL', env: environment },
      (error, _stdout, stderr) => {
        if (!error) resolve(true)
        else if (error.code === UNREADABLE || error.signal) resolve(false)
        else reject(new Error(`the PDF process failed: ${stderr}`))
      },
    )
  })
}
