import { openCase } from '@/lib/api/case-endpoints'
import { listCases } from '@/lib/api/case-list'
import { resource } from '@/lib/api/resource'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ GET: listCases, POST: openCase })
