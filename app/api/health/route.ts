import { readHealth } from '@/lib/health/read-health'

export async function GET(): Promise<Response> {
  const health = await readHealth()
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
