import { resource } from '@/lib/api/resource'
import { putShop } from '@/lib/api/shop-endpoint'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ PUT: putShop })
