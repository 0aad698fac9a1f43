import type { z } from 'zod'

/** Answers one request; `params` are what the path names, checked. */
export type Handler<P> = (request: Request, params: P) => Promise<Response>

/** What an operation takes and gives, in the very schemas that it is run by: the OpenAPI document is made of them. */
export type OperationForm = {
  /** What it does, in a few words. */
  summary: string
  /** Whose key it takes and what else a caller should know. */
  description?: string | undefined
  query?: z.ZodType | undefined
  body?: z.ZodType | undefined
  /** The body of success, and its status. */
  answer: z.ZodType
  status: 200 | 201 | 204
  /** What body and answer are where they are not JSON: media types. */
  media?: { body?: 'multipart/form-data'; answer?: readonly string[] } | undefined
  /** Writes take a body and an Idempotency-Key, and can be refused by what stands. */
  writes: boolean
  /** Only there where the clock can be moved. */
  sandboxOnly?: boolean | undefined
}

/** A method on a path. */
export type Operation<P> = {
  form: OperationForm
  // a method, not a property: a table holds operations of different parameters
  handle(request: Request, params: P): Promise<Response>
}

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof METHODS)[number]
export type Resource<P> = { [M in Method]?: Operation<P> }

/** `{no}` of `/after-sales/{no}/approve`. */
export type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [N in Name]: string } & ParamsOf<Rest>
  : unknown
