import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { hashFile, type Prepared } from './prepared-file'
import { refuseUpload, type Uploaded } from './upload-fault'
import type { MediaType } from './views'

export type ImageType = Exclude<MediaType, 'application/pdf'>

const MAX_PIXELS = 50_000_000
const THUMBNAIL_EDGE = 320
const QUALITY = 85
const TIMEOUT_S = 30

const FORMATS: { readonly [T in ImageType]: { format: string; encode: (image: Sharp) => Sharp } } = {
  'image/jpeg': { format: 'jpeg', encode: (image) => image.jpeg({ quality: QUALITY }) },
  'image/png': { format: 'png', encode: (image) => image.png() },
  'image/webp': { format: 'webp', encode: (image) => image.webp({ quality: QUALITY }) },
}

/**
 * Draws an image anew in its own format, upright and without anything but its pixels (an animation's first), and a
 * thumbnail beside it. What else the file was or carried does not survive that.
 */
export async function prepareImage(path: string, mediaType: ImageType, folder: string): Promise<Uploaded<Prepared>> {
  const { format, encode } = FORMATS[mediaType]
  const [target, thumbnail] = [join(folder, 'prepared'), join(folder, 'thumbnail')]
  try {
    const seen = await sharp(path, { limitInputPixels: false }).metadata()
    if (seen.format !== format) return refuseUpload('imageUnreadable', 'file')
    if (seen.width * seen.height > MAX_PIXELS) return refuseUpload('imageTooLarge', 'file')
    const { width, height } = await encode(open(path).autoOrient()).toFile(target)
    await open(target)
      .resize({ width: THUMBNAIL_EDGE, height: THUMBNAIL_EDGE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(thumbnail)
    const thumbnailBytes = (await stat(thumbnail)).size
    const value = { path: target, mediaType, width, height, ...(await hashFile(target)) }
    return { ok: true, value: { ...value, thumbnail: { path: thumbnail, bytes: thumbnailBytes } } }
  } catch (error) {
    if (isOurs(error)) throw error
    return refuseUpload('imageUnreadable', 'file')
  }
}

/** Half an image is refused; a harmless oddity, as many a phone writes one, is not. */
function open(path: string): Sharp {
  return sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).timeout({ seconds: TIMEOUT_S })
}

/** A full disk and the like: whatever has the code of a system's error. */
function isOurs(error: unknown): boolean {
  return error instanceof Error && 'code' in error
}
