import { act } from '@/lib/api/act-endpoint'
import { resource } from '@/lib/api/resource'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ POST: act('return-shipment') })
