import sharp from 'sharp'

/** A small photo, as a camera would send it. */
export function drawPhoto(background = '#8fa3a8'): Promise<Buffer> {
  return sharp({ create: { width: 600, height: 800, channels: 3, background } })
    .jpeg()
    .toBuffer()
}
