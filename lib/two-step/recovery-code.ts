import { createHash, randomInt } from 'node:crypto'
import { RECOVERY_ALPHABET, RECOVERY_CODES, RECOVERY_LENGTH } from './domain/code'

/** New ones; they are shown once and kept as hashes. */
export function mintRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, mintCode)
}

function mintCode(): string {
  return Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]).join('')
}

/** SHA-256 once: 80 random bits are not guessed, and one that is looked up by its hash needs no salt. */
export function hashRecoveryCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
