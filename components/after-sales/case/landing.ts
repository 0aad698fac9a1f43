let landing = false

/** The next case to open follows a decision: whoever works by keyboard or screen reader is put there. */
export function markLanding(): void {
  landing = true
}

/** Whether this case is where a decision led; asked once. */
export function takeLanding(): boolean {
  const was = landing
  landing = false
  return was
}
