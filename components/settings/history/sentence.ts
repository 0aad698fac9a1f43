import type { useTranslations } from 'next-intl'
import type { SettingChange } from '@/lib/settings/views'
import { sayAddress, sayAddressChange } from './address-text'
import { sayReplyChange } from './reply-text'

export type Say = {
  t: ReturnType<typeof useTranslations<'settingsHistory'>>
  roles: ReturnType<typeof useTranslations<'shell.roles'>>
  /** An instant as it stands in a sentence. */
  when: (at: number) => string
}

/**
 * What was changed, in a sentence. `self`: whoever it is about did it himself. Undefined for a kind that this version does
 * not know, because a newer one wrote it.
 */
export function sayChange(change: SettingChange, say: Say, self: boolean): string | undefined {
  const { t, roles, when } = say
  switch (change.kind) {
    case 'InstantRefundSwitched':
      return t(change.data.enabled ? 'say.InstantRefundOn' : 'say.InstantRefundOff')
    case 'MemberInvited': {
      const { email, role, expiresAt } = change.data
      return t('say.MemberInvited', { email, role: roles(role), when: when(Date.parse(expiresAt)) })
    }
    case 'InvitationRevoked':
      return t('say.InvitationRevoked', { email: change.data.email, role: roles(change.data.role) })
    case 'MemberJoined': {
      const { name, email, role } = change.data
      return t(self ? 'say.MemberJoinedSelf' : 'say.MemberJoined', { name, email, role: roles(role) })
    }
    case 'MemberDeactivated':
    case 'MemberReactivated': {
      const { name, email, role } = change.data
      return t(`say.${change.kind}`, { name, email, role: roles(role) })
    }
    case 'MemberRoleChanged': {
      const { name, email, from, to } = change.data
      return t('say.MemberRoleChanged', { name, email, from: roles(from), to: roles(to) })
    }
    case 'ApiKeyCreated':
    case 'ApiKeyRevoked':
      return t(`say.${change.kind}`, change.data)
    case 'ApiKeyRotated': {
      const { name, prefix, newPrefix, oldValidUntil } = change.data
      return t('say.ApiKeyRotated', { name, prefix, newPrefix, when: when(Date.parse(oldValidUntil)) })
    }
    case 'WebhookEndpointCreated':
    case 'WebhookEndpointDeleted':
    case 'WebhookSecretRotated':
      return t(`say.${change.kind}`, { url: change.data.url })
    case 'ReturnAddressAdded': {
      const { address, isDefault } = change.data
      return t('say.ReturnAddressAdded', { address: sayAddress(address), isDefault: isDefault ? 'yes' : 'no' })
    }
    case 'ReturnAddressChanged':
      return t('say.ReturnAddressChanged', { what: sayAddressChange(change.data) })
    case 'ReturnAddressRemoved':
      return t('say.ReturnAddressRemoved', { address: sayAddress(change.data.address) })
    case 'ReturnAddressDefaultChanged': {
      const { address, previous } = change.data
      const to = sayAddress(address)
      if (!previous) return t('say.ReturnAddressDefaultFirst', { to })
      return t('say.ReturnAddressDefaultChanged', { from: sayAddress(previous.address), to })
    }
    case 'QuickReplyAdded':
    case 'QuickReplyRemoved': {
      const { kind, title } = change.data
      return t(`say.${change.kind}`, { kind: t(`replyKinds.${kind}`), title })
    }
    case 'QuickReplyChanged': {
      const { kind, after } = change.data
      const what = sayReplyChange(change.data) ?? t('say.reasonChanged')
      return t('say.QuickReplyChanged', { kind: t(`replyKinds.${kind}`), title: after.title, what })
    }
    case 'QuickReplyMoved': {
      const { kind, title, from, to } = change.data
      return t('say.QuickReplyMoved', { kind: t(`replyKinds.${kind}`), title, from, to })
    }
  }
}
