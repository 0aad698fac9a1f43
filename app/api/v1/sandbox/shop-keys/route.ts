import { resource } from '@/lib/api/resource'
import { postShopKey } from '@/lib/api/sandbox-endpoints'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ POST: postShopKey })
