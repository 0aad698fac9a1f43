import { resource } from '@/lib/api/resource'
import { getClock, postClock } from '@/lib/api/sandbox-endpoints'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ GET: getClock, POST: postClock })
