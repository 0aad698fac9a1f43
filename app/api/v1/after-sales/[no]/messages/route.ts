import { act } from '@/lib/api/act-endpoint'
import { listMessages } from '@/lib/api/case-endpoints'
import { resource } from '@/lib/api/resource'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ GET: listMessages, POST: act('messages') })
