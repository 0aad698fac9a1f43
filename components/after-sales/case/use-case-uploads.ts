'use client'

import { type Uploads, useUploads } from '@/components/files/use-uploads'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import { useDesk } from './desk'
import { disputeKey, evidenceKey, inspectionKey, messageKey } from './use-draft'

const KEYS = { message: messageKey, inspection: inspectionKey, dispute: disputeKey, evidence: evidenceKey }

/** The files that go along with what is being written on the case. `taken`: how many places other files have. */
export function useCaseUploads(draft: keyof typeof KEYS, taken = 0): Uploads {
  const { no, shop } = useDesk().view
  const max = Math.max(0, CURRENT_POLICY.attachmentsPerSubmission - taken)
  return useUploads(KEYS[draft](no), { shopId: shop.id, max })
}
