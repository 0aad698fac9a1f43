import { listNamed, load, loadFunction } from './surface'
import type { Names } from './things'

/** A page as the server makes it: through its layouts from the outermost, then itself. */
export type Seen = { to: string } | { missing: true } | { text: string[] }

/** What somebody gets to see. The first layout that sends him away decides. The root's shows nothing of anybody's. */
export async function openPage(page: string, names: Names): Promise<Seen> {
  const text: string[] = []
  for (const layout of layoutsOf(page)) {
    const seen = await attempt(async () => (await loadFunction(layout, 'default'))({ children: null }))
    if (!('text' in seen)) return seen
    text.push(...seen.text)
  }
  for (const part of await openParts(page, names)) {
    if (!('text' in part)) return part
    text.push(...part.text)
  }
  return { text }
}

/** The page and its title by themselves. */
export async function openParts(page: string, names: Names): Promise<Seen[]> {
  const path = `app/${page}/page.tsx`
  const parts = ['default', ...('generateMetadata' in (await load(path)) ? ['generateMetadata'] : [])]
  const props = () => ({ params: Promise.resolve(names), searchParams: Promise.resolve({}) })
  return Promise.all(parts.map((part) => attempt(async () => (await loadFunction(path, part))(props()))))
}

export function textsOf(seen: Seen): string {
  return 'text' in seen ? seen.text.join('\n') : ''
}

function layoutsOf(page: string): string[] {
  const folders = page.split('/').map((_, at, all) => all.slice(0, at + 1).join('/'))
  const known = new Set(listNamed('layout.tsx'))
  return folders.filter((folder) => known.has(folder)).map((folder) => `app/${folder}/layout.tsx`)
}

async function attempt(make: () => Promise<unknown>): Promise<Seen> {
  try {
    return { text: collectTexts(await make()) }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (message === 'not found') return { missing: true }
    const to = /^to (\/\S*)$/.exec(message)?.[1]
    if (!to) throw error
    return { to }
  }
}

/** Every text in an element, in what it is given and what is in it. */
function collectTexts(value: unknown, seen = new WeakSet<object>()): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  return Object.values(value).flatMap((one) => collectTexts(one, seen))
}
