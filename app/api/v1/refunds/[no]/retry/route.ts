import { retryRefund } from '@/lib/api/refund-endpoints'
import { resource } from '@/lib/api/resource'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ POST: retryRefund })
