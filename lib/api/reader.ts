import type { ActorRole } from '@/lib/after-sales/domain/after-sale'
import type { CommandType } from '@/lib/after-sales/domain/commands'
import { mayAct } from '@/lib/after-sales/domain/permissions'
import type { ApiKey } from '@/lib/auth/api-keys'
import { type Locale, matchLocale } from '@/lib/i18n/locale'

/** For whom a case is written: the side decides the actions, the language the sentence. */
export type Reader = { role: ActorRole; locale: Locale }

export function readerOf(key: ApiKey, request: Request): Reader {
  return { role: roleOfKey(key), locale: matchLocale(request.headers.get('accept-language')) }
}

/** Whose side a key takes on a case: the platform its buyer's, a shop key the merchant's. */
export function roleOfKey(key: ApiKey): ActorRole {
  return key.kind === 'PLATFORM' ? 'BUYER' : key.role
}

/** As whom a key acts that reads as `reader`: the platform is support in what only support does (R4.4, R4.5). */
export function roleForAct(reader: ActorRole, type: CommandType): ActorRole {
  const supports = reader === 'BUYER' && !mayAct('BUYER', type) && mayAct('SUPPORT', type)
  return supports ? 'SUPPORT' : reader
}
