import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'
import { env } from '@/lib/env'
import { sessionSecret } from '@/lib/secret'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Context): Promise<Response> {
  // next-auth asks the environment where it is.
  process.env.NEXTAUTH_URL ??= env().AFTERDESK_URL ?? request.nextUrl.origin
  return NextAuth(request, context, authOptions(sessionSecret()))
}

export { handle as GET, handle as POST }
