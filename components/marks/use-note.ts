'use client'

import { useState } from 'react'
import { useDraft } from '@/components/after-sales/case/use-draft'
import { NOTE_TEXT } from '@/lib/marks/domain/mark'
import { useMarks } from './marks-desk'
import type { MarkFault } from './use-marking'

export type Note = {
  text: string
  setText: (text: string) => void
  /** Why it is not saved, in the words of `marks.faults`; `tooLong`: it would not be. */
  fault: MarkFault | 'tooLong' | null
  saving: boolean
  /** Whether it stands there now. */
  save: () => Promise<boolean>
}

/** A private note in the making, kept in this browser tab as messages are. */
export function useNote(): Note {
  const { marks, note } = useMarks()
  const [text, setText] = useDraft(`note:${marks.no}`)
  const [key, setKey] = useDraft(`note-key:${marks.no}`)
  const [fault, setFault] = useState<MarkFault | null>(null)
  const [saving, setSaving] = useState(false)
  const written = text.trim()
  const tooLong = [...written].length > NOTE_TEXT.max
  const save = async () => {
    if (written === '' || tooLong || saving) return false
    // it may have got there although the answer was lost: under the same name it is the same note
    const name = key || nameNote()
    setKey(name)
    setSaving(true)
    const found = await note(written, name)
    setSaving(false)
    setFault(found)
    if (found) return false
    setText('')
    setKey('')
    return true
  }
  return { text, setText, fault: tooLong ? 'tooLong' : fault, saving, save }
}

// randomUUID is there on secure origins only
function nameNote(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
