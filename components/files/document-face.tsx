import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

/** What stands on a tile that has no picture. */
export function DocumentFace({ name, mark }: { name: string; mark?: ReactNode }) {
  return (
    <span className="flex size-full items-center gap-2 px-2.5 text-left text-xs text-ink-2">
      {mark ?? <Icon as={FileText} className="flex-none text-ink-3" />}
      <span className="line-clamp-2 min-w-0 break-all">{name}</span>
    </span>
  )
}
