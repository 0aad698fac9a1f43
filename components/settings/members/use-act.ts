import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { toast } from '@/components/ui/toast'
import type { MemberInvalid, MemberRefused } from '@/lib/members/views'

type Refused = MemberRefused | MemberInvalid

/** Runs an act on the list: says what became of it where it belongs, and asks for the list anew. */
export function useAct<Done extends { ok: true }, No extends { ok: false } = Refused>({
  done,
  onRefused,
  onEnd,
}: {
  /** The toast. */
  done: (outcome: Done) => string
  /** Null: no answer came. */
  onRefused: (outcome: No | null) => void
  onEnd: () => void
}): { busy: boolean; run: (act: () => Promise<Done | No>) => void } {
  const router = useRouter()
  const [busy, start] = useTransition()
  const run = (act: () => Promise<Done | No>) =>
    start(async () => {
      const outcome = await act().catch(() => null)
      if (outcome?.ok) toast(done(outcome))
      else onRefused(outcome)
      onEnd()
      router.refresh()
    })
  return { busy, run }
}
