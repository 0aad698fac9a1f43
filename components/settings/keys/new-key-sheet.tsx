'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import { SecretSheet } from '@/components/settings/secret-sheet'
import { Button } from '@/components/ui/button'
import { ChoiceList } from '@/components/ui/choice-list'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { useTicker } from '@/components/ui/ticker'
import { createShopKey } from '@/lib/api-keys/actions'
import { KEY_NAME_MAX, SHOP_KEY_ROLES, type ShopKeyRole } from '@/lib/api-keys/domain/api-key'
import { KeyUse } from './key-use'
import { useKeyProblem } from './use-key-problem'

export type NewKeySheetProps = { shopId: string; onChanged: () => void; onClose: () => void }

const FORM = 'new-key'

/** Makes a key, and then shows it, once. */
export function NewKeySheet({ shopId, onChanged, onClose }: NewKeySheetProps) {
  const t = useTranslations('apiKeys')
  const common = useTranslations('common')
  const problemText = useKeyProblem(useTicker().read())
  const [name, setName] = useState('')
  const [role, setRole] = useState<ShopKeyRole>('AGENT')
  const [problem, setProblem] = useState<string | null>(null)
  const [token, setToken] = useState<string | null>(null)
  const [creating, startCreating] = useTransition()
  const nameInput = useRef<HTMLInputElement>(null)
  const named = name.trim() !== ''

  const create = (event: FormEvent) => {
    event.preventDefault()
    if (!named || creating) return
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
    <Sheet
      closeLabel={common('close')}
      footer={
        <>
          <span className="flex-1" />
          <Button disabled={creating} onClick={onClose} size="lg" variant="bare">
            {common('cancel')}
          </Button>
          <Button
            busy={creating}
            busyLabel={t('create.busy')}
            form={FORM}
            reason={named ? null : t('create.nameMissing')}
            size="lg"
            type="submit"
            variant="primary"
          >
            {t('create.submit')}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        nameInput.current?.focus()
      }}
      onOpenChange={(opened) => opened || creating || onClose()}
      open
      title={t('create.title')}
      width="sm"
    >
      <form className="grid gap-4 px-4 py-4 md:px-6" id={FORM} onSubmit={create}>
        <Field hint={t('create.nameHint')} label={t('create.name')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={2 * KEY_NAME_MAX}
              onChange={(event) => setName(event.target.value)}
              placeholder={t('create.namePlaceholder')}
              ref={nameInput}
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
        {problem !== null && (
          <Note role="alert" tone="bad">
            {problem}
          </Note>
        )}
      </form>
    </Sheet>
  )
}
