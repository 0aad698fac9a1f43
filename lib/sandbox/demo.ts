import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { Command } from '@/lib/after-sales/domain/commands'
import { isServiceType } from '@/lib/after-sales/domain/service'
import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { claimDispute } from '@/lib/disputes/claims'
import type { Uploader } from '@/lib/files/store'
import { saveShop } from '@/lib/shops/store'
import { BACKGROUND_STORIES } from './demo/background-stories'
import { buyerOf, DESCRIPTIONS, SHOPS } from './demo/catalogue'
import { DUE_LATER } from './demo/desk-later'
import { DUE_TODAY } from './demo/desk-today'
import { DISPUTE_STORIES } from './demo/dispute-stories'
import { instantEvents } from './demo/instant-stories'
import { type MarkedStory, markStories } from './demo/marks'
import { orderEvents, orderNoOf } from './demo/orders'
import { hasShops, readNoticesBefore, readOffset, resetClock, setClock } from './demo/past-store'
import { COLLEAGUE, createPeople, memberOf, SUPPORT } from './demo/people-store'
import { sendPhotos } from './demo/photos'
import { SERVICE_STORIES } from './demo/service-stories'
import { act, apply, type Event, liveThrough } from './demo/simulation'
import { DAY, HOUR, type Step, type Story } from './demo/story'
import { DEMO_SIGN_INS } from './sign-ins'

/** Orders that nobody complains about. */
const QUIET_ORDERS = 220
const LONGEST_AGO = 60 * DAY
/** What was told before is read by everybody. */
const READ_BEFORE = 3 * HOUR
/** Who tells of shops and their addresses. */
const PLATFORM: Actor = { role: 'SUPPORT', id: 'key:demo' }
/** What buyers send, the platform uploads. */
const BUYERS: Uploader = { side: 'BUYER', shopId: null, id: 'key:demo' }

/**
 * Fills an empty database with shops that have a past: three shops, some three hundred orders, some hundred cases on
 * every way of R1 to R4. The past is lived through by real commands under a moving clock, relative to the present.
 * Does nothing to a database that has shops already.
 */
export async function seedDemo(): Promise<{ signIns: typeof DEMO_SIGN_INS }> {
  if (!(await hasShops())) await makePast(Date.now())
  return { signIns: DEMO_SIGN_INS }
}

/** Was the making of the past broken off? Nothing else ever sets the clock back, and its end sets it right. */
export async function isPastBroken(): Promise<boolean> {
  return (await readOffset()) < 0
}

async function makePast(present: number): Promise<void> {
  await setClock(present - LONGEST_AGO)
  for (const { id, name, returnAddresses } of SHOPS)
    for (const returnAddress of returnAddresses)
      await inTransaction(EVERYWHERE, (tx) => saveShop(tx, PLATFORM, id, { name, returnAddress }))
  const memory: Memory = { outages: new Map(), claimed: [], marked: [] }
  const told = [...DUE_TODAY, ...DUE_LATER, ...BACKGROUND_STORIES, ...DISPUTE_STORIES, ...SERVICE_STORIES].flatMap(
    (story, n) => tell(story, n, present, memory),
  )
  const quiet = Array.from({ length: QUIET_ORDERS }, (_, n) => quietOrder(n, present)).flat()
  await liveThrough([...told, ...quiet, ...instantEvents(present)], memory.outages)
  await createPeople()
  await readNoticesBefore(present - READ_BEFORE)
  for (const no of memory.claimed) await claimDispute(COLLEAGUE.id, no, { takeOver: false })
  await markStories(present, memory.marked)
  await resetClock()
}

/** What is remembered of the stories while they happen: whose payments are out, which disputes a colleague takes, what is marked. */
type Memory = { outages: Map<string, NonNullable<Story['outage']>>; claimed: string[]; marked: MarkedStory[] }

/** A story as events; the case number is known once the application has been made. */
function tell(story: Story, n: number, present: number, memory: Memory): Event[] {
  const { shop, good, quantity = 1, buyer, unshipped = false, chapters } = story
  const [first] = chapters
  const bought = shop.goods[good]
  if (!first || !bought) throw new Error(`story ${n} has no beginning`)
  const opened = present - first.openedBefore
  const paidAt = opened - (story.paidBeforeOpening ?? 4 * DAY + (n % 9) * 5 * HOUR)
  const no = orderNoOf(n, paidAt)
  if (story.outage) memory.outages.set(no, story.outage)
  const events = orderEvents({ no, shop, good, quantity, buyer, paidAt, unshipped, until: opened })
  for (const chapter of chapters) {
    let caseNo = ''
    const described = DESCRIPTIONS[chapter.reason]
    const application = {
      orderNo: no,
      type: chapter.type,
      reason: chapter.reason,
      description: chapter.description ?? described[n % described.length],
      lines: [
        {
          lineNo: 1,
          quantity,
          ...(!isServiceType(chapter.type) && { amountFen: chapter.amountFen ?? bought.fen * quantity }),
        },
      ],
    }
    events.push({
      at: present - chapter.openedBefore,
      run: async () => {
        caseNo = await apply({ ...application, attachmentIds: await sendPhotos(chapter.photos ?? [], BUYERS) })
        if (story.claimed) memory.claimed.push(caseNo)
        if (story.marks && chapter === chapters.at(-1))
          memory.marked.push({ shopId: shop.id, no: caseNo, steps: story.marks })
      },
    })
    for (const step of chapter.steps)
      events.push({
        at: present - step.before,
        run: async () => {
          caseNo = await take(step, caseNo, story)
        },
      })
  }
  return events
}

/** Returns the case that the story goes on with: a return that is agreed to be settled by a service gives way to it (R3.1). */
async function take(step: Step, caseNo: string, story: Story): Promise<string> {
  const { command, photos = [] } = step
  const uploader: Uploader =
    step.by === 'BUYER' ? BUYERS : { side: 'MERCHANT', shopId: story.shop.id, id: memberOf(story.shop.id).id }
  const attachmentIds = await sendPhotos(photos, uploader)
  return act(caseNo, actorOf(step, story), attachmentIds.length > 0 ? show(command, attachmentIds) : command)
}

function show(command: Command, attachmentIds: string[]): Command {
  switch (command.type) {
    case 'sendMessage':
    case 'confirmReceipt':
    case 'openDispute':
    case 'submitEvidence':
      return { ...command, attachmentIds }
    default:
      throw new Error(`${command.type} takes no photos`)
  }
}

function actorOf({ by }: Step, { shop, buyer }: Story): Actor {
  if (by === 'SUPPORT') return SUPPORT
  return by === 'BUYER' ? { role: 'BUYER', id: buyerOf(buyer).id } : memberOf(shop.id)
}

function quietOrder(n: number, present: number): Event[] {
  const shop = SHOPS[n % 5 < 3 ? 0 : n % 5 === 3 ? 1 : 2]
  if (!shop) throw new Error('there is no shop')
  const paidAt = present - LONGEST_AGO + ((n * 6_841 * 60_000) % (LONGEST_AGO - DAY))
  const order = { shop, good: (n * 5) % shop.goods.length, quantity: 1 + (n % 7 === 0 ? 1 : 0), buyer: (n * 11) % 120 }
  return orderEvents({ ...order, no: orderNoOf(1000 + n, paidAt), paidAt, unshipped: false, until: present })
}
