import { mintShopId } from '@/lib/auth/mint'
import type { Mark, Marked } from '@/lib/marks/domain/mark'
import { markCase } from '@/lib/marks/mark-case'
import { loadMarks } from '@/lib/marks/queries'
import { inTransaction } from '@/tests/support/access'
import { openCase } from './cases'
import { type Hired, hire } from './staff'

/** Cases that a shop's people mark for one another. */

/** An open case, and two who work for its shop. */
export async function openStaffed(): Promise<{ shopId: string; no: string; lin: Hired; zhou: Hired }> {
  const { shopId, no } = await openCase()
  const [lin, zhou] = [
    await hire({ [shopId]: 'AGENT' }, { name: '林晓' }),
    await hire({ [shopId]: 'MANAGER' }, { name: '周宁' }),
  ]
  return { shopId, no, lin, zhou }
}

export async function put(of: { shopId: string; no: string }, by: Hired, mark: Mark): Promise<Marked> {
  const { shopId, no } = of
  return inTransaction((tx) => markCase(tx, { shopId, no, userId: by.userId, mark }))
}

export async function marksOf({ shopId, no }: { shopId: string; no: string }) {
  const marks = await loadMarks(mintShopId(shopId), no)
  if (!marks) throw new Error(`${shopId} has no case ${no}`)
  return marks
}

/** What was put on the case, oldest first: who, what, to what. */
export async function told(of: { shopId: string; no: string }): Promise<string[]> {
  return (await marksOf(of)).entries.map(({ by, ...entry }) => {
    if (entry.kind === 'NOTED') return `${by.name} noted ${entry.text}`
    const to = entry.kind === 'ASSIGNED' ? entry.to?.name : entry.to
    return `${by.name} ${entry.kind.toLowerCase()} ${to ?? '-'}`
  })
}
