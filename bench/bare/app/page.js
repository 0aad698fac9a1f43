export const dynamic = 'force-dynamic'

/** The least that a page of Next.js can be. */
export default function Page() {
  return <h1>Bare</h1>
}
