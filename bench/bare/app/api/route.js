/** The least that a route handler of Next.js can do. */
export const GET = () => Response.json({ ok: true })
