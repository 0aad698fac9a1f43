import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/gate'

export default async function Home() {
  const { current } = await requireViewer()
  redirect(current ? '/cases' : '/refunds')
}
