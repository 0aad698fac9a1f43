/** What is used of JSON Schema in the bodies and parameters of the API. */
export type Schema = {
  type?: string | readonly string[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  discriminator?: { propertyName: string }
}

/** A place in a body: names of members, numbers of items. */
export type Path = readonly (string | number)[]
export type Field = { path: Path; schema: Schema }

/** Every place that a schema names, the whole first; of a list its first item stands for all. */
export function fieldsOf(schema: Schema, path: Path = []): Field[] {
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, child]) => fieldsOf(child, [...path, name]))
  const items = schema.items ? fieldsOf(schema.items, [...path, 0]) : []
  const either = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => fieldsOf(one, path))
  return [{ path, schema }, ...members, ...items, ...either]
}

export function typesOf(schema: Schema): readonly string[] {
  if (schema.type !== undefined) return [schema.type].flat()
  return (schema.enum ?? [schema.const]).map((value) => (value === null ? 'null' : typeof value))
}

/** What a person writes, and no code, name or address that systems give. */
export function isFreeText(schema: Schema): boolean {
  return typesOf(schema).includes('string') && schema.minLength !== undefined && schema.enum === undefined
}
