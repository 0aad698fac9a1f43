import type { Messages } from 'next-intl'

/** The part of the messages that a subtree's client leaves need: only that travels to the browser. */
export function pickMessages<N extends keyof Messages>(
  messages: Messages,
  namespaces: readonly N[],
): Pick<Messages, N> {
  return Object.fromEntries(namespaces.map((name) => [name, messages[name]])) as Pick<Messages, N>
}
