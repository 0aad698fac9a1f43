/** The row of the case `no`, if it is rendered. */
export function rowOf(no: string, within: ParentNode = document): HTMLElement | null {
  return within.querySelector<HTMLElement>(`[data-row="${CSS.escape(no)}"]`)
}
