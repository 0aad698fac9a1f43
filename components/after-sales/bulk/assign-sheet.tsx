'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { fetchJson, isWorthRetrying } from '@/components/list/fetch'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ActSheet, type SheetOf } from './act-sheet'

type Members = { me: string; members: { userId: string; name: string }[] }

/** No member has this id. */
const NOBODY = 'NOBODY'

/** Who looks after all of them from now on, or that nobody does. */
export default function AssignSheet(sheet: SheetOf) {
  const t = useTranslations('bulk.assign')
  const common = useTranslations('common')
  const [chosen, setChosen] = useState<string>()
  const { data, isError, refetch } = useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => fetchJson<Members>('/api/desk/members', signal),
    retry: isWorthRetrying,
  })
  const people = data?.members.map(({ userId, name }) => ({
    value: userId,
    label: userId === data.me ? t('me', { name }) : name,
  }))
  // whoever takes cases takes them himself more often than not
  const members = people?.sort((one, other) => Number(other.value === data?.me) - Number(one.value === data?.me)) ?? []
  return (
    <ActSheet
      {...sheet}
      act={chosen === undefined ? null : { type: 'assign', userId: chosen === NOBODY ? null : chosen }}
      missing={t('missing')}
      type="assign"
    >
      <Field error={isError && data === undefined && t('failed')} label={t('label')}>
        {(control) => (
          <Select
            {...control}
            onValueChange={setChosen}
            options={[...members, { value: NOBODY, label: t('nobody') }]}
            placeholder={t('choose')}
            value={chosen}
          />
        )}
      </Field>
      {isError && data === undefined && (
        <Button className="justify-self-start" onClick={() => void refetch()}>
          {common('retry')}
        </Button>
      )}
    </ActSheet>
  )
}
