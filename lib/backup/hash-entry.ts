import type { Hash } from 'node:crypto'

/** An entry's name and length count with its bytes: moved or cut, the same bytes are others. */
export function hashEntry(hash: Hash, name: string, bytes: number, content: string | Buffer = ''): void {
  hash.update(`${name}\0${bytes}\0`).update(content)
}
