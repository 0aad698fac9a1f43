'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import type { WebhookType } from '@/lib/webhooks/views'
import { TypeName } from './delivery-facts'
import { TYPE_GROUPS, type TypeGroup, typesOf } from './type-groups'

export type TypePickerProps = { chosen: readonly WebhookType[]; onChange: (chosen: WebhookType[]) => void }

/** Which kinds are sent, by what they are about; a group's own box takes or leaves all of it. */
export function TypePicker({ chosen, onChange }: TypePickerProps) {
  return (
    <div className="grid gap-3">
      {TYPE_GROUPS.map((group) => (
        <Group chosen={chosen} group={group} key={group} onChange={onChange} />
      ))}
    </div>
  )
}

function Group({ group, chosen, onChange }: TypePickerProps & { group: TypeGroup }) {
  const t = useTranslations('webhooks.groups')
  const id = useId()
  const types = typesOf(group)
  const count = types.filter((type) => chosen.includes(type)).length
  const set = (changed: readonly WebhookType[], on: boolean) =>
    onChange([...chosen.filter((type) => !changed.includes(type)), ...(on ? changed : [])])
  return (
    <fieldset aria-labelledby={`${id}-name`}>
      <Choice
        checked={count === types.length || (count > 0 && 'indeterminate')}
        id={id}
        onCheckedChange={(on) => set(types, on)}
      >
        <span className="font-semibold text-ink" id={`${id}-name`}>
          {t(group)}
        </span>
      </Choice>
      <div className="ml-5.5">
        {types.map((type) => (
          <Choice
            checked={chosen.includes(type)}
            id={`${id}-${type}`}
            key={type}
            onCheckedChange={(on) => set([type], on)}
          >
            <TypeName type={type} />
          </Choice>
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps = {
  id: string
  checked: boolean | 'indeterminate'
  onCheckedChange: (checked: boolean) => void
  children: ReactNode
}

function Choice({ id, children, ...box }: ChoiceProps) {
  return (
    <div className="flex items-center gap-2">
      <Checkbox {...box} id={id} />
      <label
        className="flex min-h-10 min-w-0 flex-1 cursor-pointer flex-wrap items-center gap-x-1.5 md:min-h-6.5"
        htmlFor={id}
      >
        {children}
      </label>
    </div>
  )
}
