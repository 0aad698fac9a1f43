'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { CASE_FLAGS, type CaseFlag } from '@/lib/marks/domain/mark'
import { FLAG_ICONS } from './flag-icon'
import { useMarks } from './marks-desk'
import { type Choice, PickList } from './pick-list'
import { Picker, type PickerProps } from './picker'
import type { MarkFault } from './use-marking'

/** What a colleague should know at a glance. */
export default function FlagPicker(props: PickerProps) {
  const t = useTranslations('marks')
  const { marks, marking, flag } = useMarks()
  const [fault, setFault] = useState<MarkFault | null>(null)
  const turn = (open: boolean) => {
    setFault(null)
    props.onOpenChange(open)
  }
  const put = async (next: CaseFlag | null) => {
    const found = await flag(next)
    if (found) setFault(found)
    else turn(false)
  }
  const choices: Choice[] = CASE_FLAGS.map((one) => ({
    id: one,
    label: (
      <>
        <Icon as={FLAG_ICONS[one]} className="flex-none text-ink-2" small />
        {t(`flags.${one}`)}
      </>
    ),
    chosen: marks.flag === one,
    choose: () => void put(one),
  }))
  if (marks.flag)
    choices.push({
      id: '',
      label: (
        <>
          <Icon as={X} className="flex-none text-ink-2" small />
          {t('noFlag')}
        </>
      ),
      chosen: false,
      choose: () => void put(null),
    })
  return (
    <Picker {...props} fault={fault} label={t('flag')} onOpenChange={turn}>
      <PickList busy={marking} choices={choices} label={t('flag')} />
    </Picker>
  )
}
