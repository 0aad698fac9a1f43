import { getOrder, putOrder } from '@/lib/api/order-endpoints'
import { resource } from '@/lib/api/resource'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ GET: getOrder, PUT: putOrder })
