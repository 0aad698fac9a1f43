import type { z } from 'zod'

/** One fault of what was sent; `path` is dotted, as in `lines.0.amountFen`. */
export type FieldError = { path: string; code: string; message: string }

/** A body of nothing but faults must not be answered with as many sentences. */
const MAX_ERRORS = 100
const MAX_PATH = 200

/** The faults that a schema found in `input`, the first of each path; an unknown field is named by its own. */
export function fieldErrorsOf(error: z.ZodError, input: unknown): FieldError[] {
  const byPath = new Map<string, FieldError>()
  for (const fault of error.issues.flatMap((issue) => describeIssue(issue, input)))
    if (!byPath.has(fault.path)) byPath.set(fault.path, fault)
  return [...byPath.values()].slice(0, MAX_ERRORS)
}

export function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.').slice(0, MAX_PATH).toWellFormed()
}

/** Those of an object, or of the query, which has none; not more than anybody would read. */
export function unknownFields(names: readonly string[], path: readonly PropertyKey[] = []): FieldError[] {
  const message = 'is not a field of this request'
  return names.slice(0, MAX_ERRORS).map((name) => ({ path: dotted([...path, name]), code: 'unknownField', message }))
}

function describeIssue(issue: z.core.$ZodIssue, input: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, issue.path)
  const path = dotted(issue.path)
  if (valueAt(input, issue.path) === undefined) return [{ path, code: 'required', message: 'is required' }]
  return [{ path, code: codeOf(issue), message: issue.message }]
}

/** A check of ours brings its code along; a check of zod's is called as zod calls it, in camel case. */
function codeOf(issue: z.core.$ZodIssue): string {
  // a choice that decides what the rest is, is still a choice
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) return 'invalidValue'
  const own: unknown = issue.code === 'custom' ? issue.params?.code : undefined
  return typeof own === 'string' ? own : issue.code.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  )
}
