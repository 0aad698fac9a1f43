import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from '@/lib/db/generated/client'
import { pool } from '@/lib/db/pool'
import { processWide } from '@/lib/process-wide'

/** Prisma over the same pool as everything else: for reads and ordinary writes. */
export function prisma(): PrismaClient {
  const clients = processWide('prisma', () => new WeakMap<pg.Pool, PrismaClient>())
  const connections = pool()
  const client = clients.get(connections) ?? new PrismaClient({ adapter: new PrismaPg(connections) })
  clients.set(connections, client)
  return client
}
