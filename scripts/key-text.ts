import type { KeyRefusal, KeyState } from '@/lib/api-keys/domain/api-key'
import type { ApiKeyView } from '@/lib/api-keys/views'

/** Keys as the command line shows them, one a line. */
export function tabulateKeys(keys: readonly ApiKeyView[]): string {
  const rows = keys.map(({ prefix, holder, name, createdAt, createdBy, lastUsedAt, state, replacedBy }) => [
    prefix,
    holder ? `${holder.shopId} ${holder.role}` : 'platform',
    name,
    `created ${at(createdAt)}${createdBy === null ? '' : ` by ${createdBy}`}`,
    `last used ${lastUsedAt === null ? 'never' : at(lastUsedAt)}`,
    replacedBy === null ? wordsOf(state) : `${wordsOf(state)}, replaced by ${replacedBy}`,
  ])
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Why a key was not made, rotated or revoked. */
export function explainKeyRefusal(refusal: KeyRefusal): string {
  switch (refusal.code) {
    case 'keyUnknown':
      return 'There is no such key.'
    case 'keyAlreadyRevoked':
      return `The key was revoked ${at(refusal.at)} already.`
    case 'keyExpired':
      return `The key expired ${at(refusal.at)}: it opens nothing any more.`
    case 'keyAlreadyRotated':
      return `The key was rotated already; it expires ${at(refusal.at)}. Rotate the key that replaced it.`
    case 'tooManyKeys':
      return `The shop has ${refusal.max} keys in use. Revoke one that is not needed.`
    case 'shopUnknown':
      return 'There is no such shop.'
    case 'notPermitted':
      return 'Only a manager of the shop may do that.'
  }
}

function wordsOf(state: KeyState): string {
  switch (state.kind) {
    case 'VALID':
      return 'valid'
    case 'EXPIRING':
      return `expires ${at(state.at)}`
    case 'EXPIRED':
      return `expired ${at(state.at)}`
    case 'REVOKED':
      return `revoked ${at(state.at)}`
  }
}

function at(instant: number): string {
  return new Date(instant).toISOString()
}
