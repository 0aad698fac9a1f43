import Link from 'next/link'
import type { ReactNode } from 'react'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button-class'
import { Kbd } from '@/components/ui/kbd'

/** Nothing is open yet: where to begin. `href`: where the first one is, as J opens it. */
export function Begin(props: { title: string; href: string; open: string; children: ReactNode }) {
  const { title, href, open, children } = props
  return (
    <Blank
      action={
        <Link className={buttonClass({ variant: 'primary' })} href={href} prefetch={false} scroll={false}>
          {open} <Kbd>J</Kbd>
        </Link>
      }
      title={title}
    >
      {children}
    </Blank>
  )
}
