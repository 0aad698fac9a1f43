import { z } from 'zod'
import { applicationSchema } from '@/lib/after-sales/commands'

const [refund, service] = applicationSchema.options

/** R3.2 The two forms have names, so that generated clients know them apart by `type`. */
const FORMS = [
  refund.meta({ id: 'RefundApplication', description: 'What refunds names an amount for every line' }),
  service.meta({ id: 'ServiceApplication', description: 'What is served names none (R3.2, R3.4)' }),
] as const

/** The body of an application. Of an unknown type, too, every fault is told that it has whichever was meant. */
export const applicationBody = z.discriminatedUnion('type', FORMS).superRefine(
  (body, { addIssue }) => {
    for (const fault of faultsOfBoth(body)) addIssue({ ...fault, input: undefined })
  },
  { when: ({ issues }) => issues.some(({ code }) => code === 'invalid_union') },
)

function faultsOfBoth(body: unknown): z.core.$ZodIssue[] {
  const [first = [], ...others] = FORMS.map((form) => form.safeParse(body).error?.issues ?? [])
  return first.filter((fault) => others.every((faults) => faults.some((other) => isSame(fault, other))))
}

function isSame(a: z.core.$ZodIssue, b: z.core.$ZodIssue): boolean {
  return a.code === b.code && a.path.join('.') === b.path.join('.')
}
