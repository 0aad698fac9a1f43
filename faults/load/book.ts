/** What came of a request. `unknown`: no answer came for so long that nobody asks any more. */
export type Fate = 'done' | 'refused' | 'unknown'

/** An application as it was sent: the token stands in its description, and nowhere else. */
export type SentApplication = { token: string; fate: Fate; no: string | null }

/** An act as it was sent: the token stands in whatever it says. `path`: the act's in the API. */
export type SentAct = { no: string; path: string; token: string; fate: Fate }

/** What those who use the product remember of what they were answered. */
export type LoadBook = {
  applications: SentApplication[]
  acts: SentAct[]
  /** Requests that were sent twice under one key, and got two answers. */
  contradictions: { no: string; path: string; answers: string }[]
}

export function openBook(): LoadBook {
  return { applications: [], acts: [], contradictions: [] }
}
