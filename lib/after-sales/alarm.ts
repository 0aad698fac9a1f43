/** One sleep at a time that can be cut short. Instants are of a clock that nobody sets. */
export type Alarm = {
  /** Resolves after so many ms, or when `within` says so, which may have been before it began. */
  sleep(ms: number): Promise<void>
  /** It is time in so many ms at the latest: for the sleep that lasts, or for the next. */
  within(ms: number): void
  /** Forgets what was said before. */
  clear(): void
}

export function createAlarm(): Alarm {
  let latest = Number.POSITIVE_INFINITY
  let rearm: (() => void) | undefined
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        const end = performance.now() + ms
        let timer: ReturnType<typeof setTimeout> | undefined
        rearm = () => {
          clearTimeout(timer)
          timer = setTimeout(
            () => {
              rearm = undefined
              resolve()
            },
            Math.max(0, Math.min(end, latest) - performance.now()),
          )
        }
        rearm()
      }),
    within(ms) {
      const at = performance.now() + ms
      if (at >= latest) return
      latest = at
      rearm?.()
    },
    clear() {
      latest = Number.POSITIVE_INFINITY
    },
  }
}
