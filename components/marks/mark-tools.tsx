'use client'

import { CircleDashed, Flag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy } from 'react'
import { Icon } from '@/components/ui/icon'
import { Face } from './face'
import { FLAG_ICONS } from './flag-icon'
import { MarkTool } from './mark-tool'
import { useMarks } from './marks-desk'

const loadFlags = () => import('./flag-picker')
const FlagPicker = lazy(loadFlags)
const loadMembers = () => import('./assign-picker')
const AssignPicker = lazy(loadMembers)

/** The case's flag and who looks after it, at the right end of its first line. */
export function MarkTools() {
  const t = useTranslations('marks')
  const { flag, assignee } = useMarks().marks
  const who = assignee && (assignee.active ? assignee.name : t('left', { name: assignee.name }))
  return (
    <span className="-mr-1.5 ml-auto flex flex-none items-center">
      <MarkTool
        act={{ id: 'flag', label: t('flag') }}
        label={flag ? t('flagIs', { flag: t(`flags.${flag}`) }) : t('flag')}
        letter="f"
        picker={FlagPicker}
        preload={loadFlags}
      >
        <Icon as={flag ? FLAG_ICONS[flag] : Flag} small />
        <span className="max-md:hidden">{flag ? t(`flags.${flag}`) : t('flag')}</span>
      </MarkTool>
      <MarkTool
        act={{ id: 'assign', label: t('assign') }}
        label={who ? t('assignedTo', { name: who }) : t('nobody')}
        letter="i"
        picker={AssignPicker}
        preload={loadMembers}
      >
        {assignee ? <Face name={assignee.name} /> : <Icon as={CircleDashed} small />}
        <span className="max-w-32 truncate max-md:hidden">{who ?? t('nobody')}</span>
      </MarkTool>
    </span>
  )
}
