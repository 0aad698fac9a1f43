import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/db/generated/client'
import { pool } from '@/lib/db/pool'

/** Prisma's idea of the tables, over the application's pool: the schema is held to what the migrations made. */
export function prisma(): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool()) })
}
