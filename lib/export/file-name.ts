import { formatForSheet } from '@/lib/i18n/time'
import type { Words } from './words'

/** What is in the file. */
export type ExportName = 'cases' | 'replay'

/** `南栀织物旗舰店-售后单-2026-03-12.csv`, by the day in Beijing; what no file system takes is left out of the shop's name. */
export function nameExport(of: ExportName, shopName: string, now: number, { t }: Words): string {
  const shop = shopName.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').trim()
  return `${shop}-${t(`fileName.${of}`)}-${formatForSheet(now).slice(0, 10)}.csv`
}
