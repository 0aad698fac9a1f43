'use server'

/** The least that a server action can do. */
export async function act() {
  return { ok: true }
}
