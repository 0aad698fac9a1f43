'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

export type NavLinkProps = { href: string; className: string; title?: string; children: ReactNode }

/** Marks itself on its page and on those below. */
export function NavLink({ href, className, title, children }: NavLinkProps) {
  const pathname = usePathname()
  const here = pathname === href || pathname.startsWith(`${href}/`)
  return (
    <Link aria-current={here ? 'page' : undefined} className={className} href={href} prefetch={false} title={title}>
      {children}
    </Link>
  )
}
