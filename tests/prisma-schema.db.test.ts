import { expect, test } from 'vitest'
import { Prisma } from '@/lib/db/generated/client'
import { useDatabase } from '@/tests/support/database'
import { prisma } from '@/tests/support/prisma'

useDatabase()

interface Readable {
  findFirst(): Promise<unknown>
}

// The migrations are written by hand: a column that only the schema knows would fail on the first read.
test.each(Object.values(Prisma.ModelName))('every field of %s is a column', async (model) => {
  const name = model.charAt(0).toLowerCase() + model.slice(1)
  const { [name]: delegate } = prisma() as unknown as Record<string, Readable>
  await expect(delegate?.findFirst()).resolves.not.toBeUndefined()
})
