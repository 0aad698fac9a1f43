import { getRefunds } from '@/lib/api/refund-endpoints'
import { resource } from '@/lib/api/resource'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ GET: getRefunds })
