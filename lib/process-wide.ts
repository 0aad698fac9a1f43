/**
 * One value per process. Next bundles a module several times into one process, and module state is not shared between
 * the copies; globalThis is.
 */
export function processWide<T extends object>(name: string, create: () => T): T {
  const values: Record<symbol, unknown> = globalThis as never
  const key = Symbol.for(`afterdesk.${name}`)
  values[key] ??= create()
  return values[key] as T
}
