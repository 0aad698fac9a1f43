/** What somebody sees of his own second step. `since`: epoch ms. */
export type TwoStepView = { on: false } | { on: true; since: number; recoveryLeft: number }

/** Why a code opened nothing. `used`: it was right and has been taken already. */
export type CodeRefusal = { code: 'codeWrong' | 'codeUsed' } | { code: 'codeThrottled'; minutes: number }

/** What the form that asks for the code at signing in is told; null before the first attempt. */
export type CodeState = CodeRefusal | null

/** What stands between a member of the desk and his own second step. */
export type TwoStepRefusal =
  | CodeRefusal
  | { code: 'passwordWrong' }
  | { code: 'passwordThrottled'; minutes: number }
  /** Agents are not offered one. */
  | { code: 'notOffered' }
  | { code: 'alreadyOn' | 'notOn' | 'notBegun' }
export type TwoStepRefused = { ok: false; refusal: TwoStepRefusal }

/** `seed` as it is typed, `picture` as an authenticator reads it. Nothing counts before a code has confirmed it. */
export type TwoStepBegun = { ok: true; seed: string; picture: QrPicture }
/** Shown now and never again. */
export type RecoveryCodesMade = { ok: true; recoveryCodes: string[] }

/** A square of `size` modules; `path` draws the dark ones, one unit each. */
export type QrPicture = { size: number; path: string }
