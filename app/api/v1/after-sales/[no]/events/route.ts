import { listEvents } from '@/lib/api/case-endpoints'
import { resource } from '@/lib/api/resource'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ GET: listEvents })
