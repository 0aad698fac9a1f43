'use client'

import pLimit from 'p-limit'
import { readDraft, writeDraft } from '@/components/layout/drafts'
import { uploadFile } from './upload'
import { faultBefore, packUploads, type Upload, type UploadState, unpackUploads } from './upload-list'

/**
 * The files of every draft on this page, by the draft's key. They go on being sent while another case is looked at; what
 * has arrived is kept with the drafts, so that it is still there after a reload.
 */
const lists = new Map<string, readonly Upload[]>()
/** The files themselves, until they have arrived, and whose cases they are for. */
const sources = new Map<string, { file: File; shopId: string }>()
const flights = new Map<string, AbortController>()
const listeners = new Set<() => void>()

// Browsers keep few connections to one server: decisions and news go over the same ones.
const inTurn = pLimit(2)
let counted = 0

export function listUploads(draft: string): readonly Upload[] {
  const known = lists.get(draft)
  if (known) return known
  const kept = unpackUploads(readDraft(keptAs(draft)))
  lists.set(draft, kept)
  return kept
}

export function addUploads(draft: string, shopId: string, files: readonly File[]): void {
  const added = files.map((file): Upload => {
    const key = `new-${++counted}`
    const fault = faultBefore(file)
    sources.set(key, { file, shopId })
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
    const state: UploadState = fault ? { state: 'failed', fault } : { state: 'sending', sent: 0 }
    return { key, name: file.name, mediaType: file.type, preview, ...state }
  })
  change(draft, [...listUploads(draft), ...added])
  for (const { key, state } of added) if (state === 'sending') void send(draft, key)
}

export function retryUpload(draft: string, key: string): void {
  put(draft, key, { state: 'sending', sent: 0 })
  void send(draft, key)
}

/** Calls it off if it is under way. */
export function removeUpload(draft: string, key: string): void {
  drop(draft, (one) => one.key === key)
}

/** They are part of the case now, or no longer wanted: those with these ids, or all. */
export function forgetUploads(draft: string, ids?: readonly string[]): void {
  drop(draft, (one) => ids === undefined || (one.state === 'there' && ids.includes(one.id)))
}

/** The server knows it no more: takes it out and returns what it was called; null when it was not there. */
export function loseUpload(draft: string, id: string): string | null {
  const lost = listUploads(draft).find((one) => one.state === 'there' && one.id === id)
  if (!lost) return null
  removeUpload(draft, lost.key)
  return lost.name
}

/** Returns how to stop listening. */
export function onUploads(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function send(draft: string, key: string): Promise<void> {
  const source = sources.get(key)
  if (!source || flights.has(key)) return
  const flight = new AbortController()
  flights.set(key, flight)
  holdPage()
  const onProgress = (sent: number) => put(draft, key, { state: 'sending', sent })
  const outcome = await inTurn(() =>
    uploadFile(source.file, { shopId: source.shopId, signal: flight.signal, onProgress }),
  )
  flights.delete(key)
  holdPage()
  if (outcome === null) return
  if (!outcome.ok) return put(draft, key, { state: 'failed', fault: outcome.fault })
  sources.delete(key)
  const { id, name, mediaType } = outcome.file
  put(draft, key, { state: 'there', id }, { name, mediaType })
}

function put(draft: string, key: string, state: UploadState, found?: Pick<Upload, 'name' | 'mediaType'>): void {
  const list = listUploads(draft).map((one): Upload => {
    if (one.key !== key) return one
    const { name, mediaType, preview } = one
    return { key, name, mediaType, preview, ...found, ...state }
  })
  change(draft, list)
}

function drop(draft: string, which: (upload: Upload) => boolean): void {
  const list = listUploads(draft)
  const dropped = list.filter(which)
  if (dropped.length === 0) return
  for (const { key, preview } of dropped) {
    flights.get(key)?.abort()
    sources.delete(key)
    if (preview) URL.revokeObjectURL(preview)
  }
  change(
    draft,
    list.filter((one) => !dropped.includes(one)),
  )
}

function change(draft: string, list: readonly Upload[]): void {
  lists.set(draft, list)
  const packed = packUploads(list)
  if (packed !== readDraft(keptAs(draft))) writeDraft(keptAs(draft), packed)
  for (const listener of listeners) listener()
}

/** While a file is on its way the browser asks before it leaves the page. */
function holdPage(): void {
  if (flights.size > 0) addEventListener('beforeunload', askFirst)
  else removeEventListener('beforeunload', askFirst)
}

const askFirst = (event: BeforeUnloadEvent) => event.preventDefault()
const keptAs = (draft: string) => `files:${draft}`
