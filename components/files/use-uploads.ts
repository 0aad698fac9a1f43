'use client'

import { useState, useSyncExternalStore } from 'react'
import { admitFiles, idsOf, type Unready, type Upload, unreadyOf } from './upload-list'
import { addUploads, listUploads, onUploads } from './uploads'

export type Uploads = {
  draft: string
  list: readonly Upload[]
  /** Of what has arrived. */
  ids: string[]
  /** Why it cannot go along yet. */
  unready: Unready | null
  max: number
  /** How many of those that were added last did not fit. */
  left: number
  add: (files: readonly File[]) => void
}

const NONE: readonly Upload[] = []

/** The files of a draft about a case of this shop, at most `max`; who shows the draft shows the same. */
export function useUploads(draft: string, { shopId, max }: { shopId: string; max: number }): Uploads {
  const list = useSyncExternalStore(
    onUploads,
    () => listUploads(draft),
    () => NONE,
  )
  const [left, setLeft] = useState(0)
  return {
    draft,
    list,
    ids: idsOf(list),
    unready: unreadyOf(list),
    max,
    left: list.length < max ? 0 : left,
    add: (files) => {
      const fitting = admitFiles(list.length, files, max)
      setLeft(fitting.left)
      if (fitting.admitted.length > 0) addUploads(draft, shopId, fitting.admitted)
    },
  }
}
