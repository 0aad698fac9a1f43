'use client'

import { cx } from 'class-variance-authority'
import { Tabs as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { tabClass, tabListClass } from '@/components/ui/tab-class'

export const Tabs = Radix.Root
export const TabPanel = Radix.Content

export function TabList({ className, ...rest }: ComponentProps<typeof Radix.List>) {
  return <Radix.List {...rest} className={cx(tabListClass, className)} />
}

export function Tab({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return <Radix.Trigger {...rest} className={cx(tabClass, className)} />
}
