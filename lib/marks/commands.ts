import { z } from 'zod'
import { identifier, text } from '@/lib/text'
import { CASE_FLAGS, NOTE_TEXT } from './domain/mark'

const no = identifier()
const userId = identifier().nullable()
const flag = z.enum(CASE_FLAGS).nullable()

/** What the screen sends. `undoes`: it takes back who (what) was put there, if that still is so. */
export const assignmentSchema = z.strictObject({ no, userId, undoes: userId.optional() })
export const flagSchema = z.strictObject({ no, flag, undoes: flag.optional() })
export const noteSchema = z.strictObject({ no, text: text(NOTE_TEXT), key: identifier().optional() })
