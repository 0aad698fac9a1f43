import { createHash, randomBytes } from 'node:crypto'
import { ofOwner } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { hashFile, type Prepared } from './prepared-file'
import { putObjects } from './storage'
import { publishFile, reserveFile, type Uploader } from './store'

/** A PDF that we made ourselves. `purpose`: what it is for, a case for instance. */
export type MadeFile = { path: string; name: string; purpose: string }

/**
 * Keeps a PDF of our own making for a member to use, and returns its id. Nothing of it has to be cleaned. Purpose and
 * content give the id: who asks twice for the same has it once, a double click as well as a repeat after a lost answer.
 */
export async function keepMadeFile({ path, name, purpose }: MadeFile, uploader: Uploader): Promise<string> {
  const made: Prepared = {
    path,
    mediaType: 'application/pdf',
    width: null,
    height: null,
    thumbnail: null,
    ...(await hashFile(path)),
  }
  const keep = async (id: string): Promise<string | null> => {
    const found = await reserveFile({ ...made, id, name, uploader })
    if (found === 'REMOVING') return null
    if (found !== 'READY') {
      await putObjects(id, made)
      await inTransaction(ofOwner(uploader.shopId), (tx) => publishFile(tx, id))
    }
    return id
  }
  const id = await keep(idOf([uploader.shopId, purpose, name, made.sha256].join('\n')))
  // what is being swept cannot be called back: then it is another file
  const kept = id ?? (await keep(idOf(randomBytes(16).toString('hex'))))
  if (kept === null) throw new Error(`a new file for ${purpose} is being removed already`)
  return kept
}

function idOf(text: string): string {
  return `file_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
}
