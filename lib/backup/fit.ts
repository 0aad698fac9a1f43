import { env } from '@/lib/env'
import { OperatorError } from '@/lib/operator-error'
import { fingerprintSecret, type Head } from './manifest'
import { findMisfit } from './schema-store'

/**
 * Throws OperatorError, saying what to do, where a backup and this checkout in this environment do not belong together.
 */
export function refuseMisfit(head: Head, { otherSecret = false }: { otherSecret?: boolean }): void {
  const misfit = findMisfit(head)
  if (misfit) {
    throw new OperatorError(
      misfit.why === 'newer'
        ? `The backup has migration ${misfit.name}, which this checkout has not: restore it with a newer one.`
        : `Migration ${misfit.name} of this checkout is another one than the backup was made with.`,
    )
  }
  if (head.files !== env().AFTERDESK_FILES) {
    throw new OperatorError(
      head.files === 's3'
        ? 'The files of this backup lie in a bucket: set AFTERDESK_FILES=s3 and which.'
        : 'The backup brings its files along, for a disk: restore it without AFTERDESK_FILES=s3.',
    )
  }
  if (head.secret !== null && head.secret !== fingerprintSecret() && !otherSecret) {
    throw new OperatorError(
      'AFTERDESK_SECRET (without it, session-secret of AFTERDESK_DATA_DIR) is not the one that the backup was made with: ' +
        'what was sealed with that one, such as the secrets of webhooks, would never open again. Bring it along, or say ' +
        '--other-secret to go on without.',
    )
  }
}
