'use client'

import { type Uploads, useUploads } from '@/components/files/use-uploads'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import { useDesk } from './desk'
import { inspectionKey, messageKey } from './use-draft'

const KEYS = { message: messageKey, inspection: inspectionKey }

/** The files that go along with what is being written on the case. */
export function useCaseUploads(draft: keyof typeof KEYS): Uploads {
  const { no, shop } = useDesk().view
  return useUploads(KEYS[draft](no), { shopId: shop.id, max: CURRENT_POLICY.attachmentsPerSubmission })
}
