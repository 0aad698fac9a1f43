'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { FormSheet } from '@/components/settings/form-sheet'
import { SecretSheet } from '@/components/settings/secret-sheet'
import { ChoiceList } from '@/components/ui/choice-list'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useTicker } from '@/components/ui/ticker'
import { createShopKey } from '@/lib/api-keys/actions'
import { KEY_NAME_MAX, SHOP_KEY_ROLES, type ShopKeyRole } from '@/lib/api-keys/domain/api-key'
import { KeyUse } from './key-use'
import { useKeyProblem } from './use-key-problem'

export type NewKeySheetProps = { shopId: string; onChanged: () => void; onClose: () => void }

/** Makes a key, and then shows it, once. */
export function NewKeySheet({ shopId, onChanged, onClose }: NewKeySheetProps) {
  const t = useTranslations('apiKeys')
  const problemText = useKeyProblem(useTicker().read())
  const [name, setName] = useState('')
  const [role, setRole] = useState<ShopKeyRole>('AGENT')
  const [problem, setProblem] = useState<string | null>(null)
  const [token, setToken] = useState<string | null>(null)
  const [creating, startCreating] = useTransition()
  const named = name.trim() !== ''

  const create = () => {
    setProblem(null)
    startCreating(async () => {
      const outcome = await createShopKey({ shopId, name, role }).catch(() => null)
      if (outcome?.ok) setToken(outcome.token)
      else setProblem(problemText(outcome))
      onChanged()
    })
  }

  if (token !== null)
    return (
      <SecretSheet detail={name.trim()} label={t('token')} onStored={onClose} secret={token} title={t('create.done')}>
        <KeyUse />
      </SecretSheet>
    )
  return (
    <FormSheet
      busy={creating}
      busyLabel={t('create.busy')}
      missing={named ? null : t('create.nameMissing')}
      onClose={onClose}
      onSubmit={create}
      problem={problem}
      submit={t('create.submit')}
      title={t('create.title')}
    >
      <Field hint={t('create.nameHint')} label={t('create.name')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={2 * KEY_NAME_MAX}
            onChange={(event) => setName(event.target.value)}
            placeholder={t('create.namePlaceholder')}
            value={name}
          />
        )}
      </Field>
      <ChoiceList
        legend={t('create.role')}
        onValueChange={setRole}
        options={SHOP_KEY_ROLES.map((value) => ({
          value,
          label: t(`roles.${value}.name`),
          hint: t(`roles.${value}.may`),
        }))}
        value={role}
      />
    </FormSheet>
  )
}
