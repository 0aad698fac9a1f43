import type { Locale } from '@/lib/i18n/locale'

/**
 * Instants (epoch ms) as they are written in Asia/Shanghai, which is UTC+8 all year. `now` is the server's time: it
 * decides what is today. Nothing here asks a clock.
 */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const OFFSET = 8 * HOUR

const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** In a sentence: `今天 14:32`, `明天 04:00`, `3月14日 09:26`; `14:32 today`, `04:00 tomorrow`, `09:26 on 14 Mar`. */
export function formatDay(instant: number, now: number, locale: Locale): string {
  if (locale === 'zh-CN') return formatWhen(instant, now, locale)
  const time = formatTime(instant)
  const days = daysUntil(instant, now)
  if (days === 0) return `${time} today`
  return days === 1 ? `${time} tomorrow` : `${time} on ${formatDate(instant, now, locale)}`
}

/** Standing alone, in a list: `今天 11:48`, `3月10日 14:32`; `Today 11:48`, `10 Mar 14:32`. */
export function formatWhen(instant: number, now: number, locale: Locale): string {
  const words = locale === 'zh-CN' ? ['今天', '明天'] : ['Today', 'Tomorrow']
  return `${words[daysUntil(instant, now)] ?? formatDate(instant, now, locale)} ${formatTime(instant)}`
}

/** Leaving nothing open: `今天 13:38 北京时间 (UTC+8)`, `13:38 today, Beijing time (UTC+8)`. */
export function formatAbsolute(instant: number, now: number, locale: Locale): string {
  const day = formatDay(instant, now, locale)
  return locale === 'zh-CN' ? `${day} 北京时间 (UTC+8)` : `${day}, Beijing time (UTC+8)`
}

/** In full, for what is final: `2026年3月25日 14:32`, `14:32 on 25 Mar 2026`. */
export function formatLong(instant: number, locale: Locale): string {
  const date = inShanghai(instant)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  if (locale === 'zh-CN') return `${year}年${month + 1}月${day}日 ${formatTime(instant)}`
  return `${formatTime(instant)} on ${day} ${MONTHS[month]} ${year}`
}

/** `3月14日`, `14 Mar`; in another year than now's `2025年12月30日`, `30 Dec 2025`. */
export function formatDate(instant: number, now: number, locale: Locale): string {
  const [date, today] = [inShanghai(instant), inShanghai(now)]
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const sameYear = year === today.getUTCFullYear()
  if (locale === 'zh-CN') return `${sameYear ? '' : `${year}年`}${month + 1}月${day}日`
  return `${day} ${MONTHS[month]}${sameYear ? '' : ` ${year}`}`
}

/** `周五`, `Fri` */
export function formatWeekday(instant: number, locale: Locale): string {
  return WEEKDAYS[locale][inShanghai(instant).getUTCDay()] ?? ''
}

/** `14:32` */
export function formatTime(instant: number): string {
  return inShanghai(instant).toISOString().slice(11, 16)
}

/** `13:19:52` */
export function formatTimeWithSeconds(instant: number): string {
  return inShanghai(instant).toISOString().slice(11, 19)
}

/** As spreadsheets read it: `2026-03-12 13:19:52` */
export function formatForSheet(instant: number): string {
  return inShanghai(instant).toISOString().slice(0, 19).replace('T', ' ')
}

/** How many midnights of Shanghai lie between: 0 today, 1 tomorrow, -1 yesterday. */
export function daysUntil(instant: number, now: number): number {
  return Math.floor((instant + OFFSET) / DAY) - Math.floor((now + OFFSET) / DAY)
}

/** What is left: `01:12:08` below 24 h, `1天 03:11` or `1d 03:11` from there on; nothing is left of less than nothing. */
export function formatCountdown(leftMs: number, locale: Locale): string {
  const left = Math.max(0, leftMs)
  const hours = Math.floor((left % DAY) / HOUR)
  const minutes = Math.floor((left % HOUR) / MINUTE)
  if (left >= DAY) return `${Math.floor(left / DAY)}${locale === 'zh-CN' ? '天' : 'd'} ${pair(hours)}:${pair(minutes)}`
  return `${pair(hours)}:${pair(minutes)}:${pair(Math.floor((left % MINUTE) / SECOND))}`
}

function inShanghai(instant: number): Date {
  return new Date(instant + OFFSET)
}

function pair(value: number): string {
  return String(value).padStart(2, '0')
}
