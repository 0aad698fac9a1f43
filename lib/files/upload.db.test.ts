import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { database } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import {
  bytesOf,
  fileRequest,
  jpeg,
  kept,
  multipart,
  raw,
  refused,
  send,
  sendFile,
  useFiles,
} from '@/tests/support/files'
import { MAX_FILE_BYTES } from './views'

useDatabase()
const files = useFiles()

describe('an image', () => {
  it('loses where and how it was taken, and stands upright', async () => {
    const sent = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#2a6' } })
      .withExif({
        IFD0: { Make: 'SecretCam', Artist: 'Wang' },
        IFD3: { GPSLatitude: '30/1 16/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(sent.includes('SecretCam')).toBe(true)
    const { id, content, bytes, mediaType } = await kept(sent)
    expect({ mediaType, bytes }).toEqual({ mediaType: 'image/jpeg', bytes: content.length })
    const seen = await sharp(content).metadata()
    expect(seen).toMatchObject({ format: 'jpeg', width: 40, height: 80 })
    expect([seen.exif, seen.xmp, seen.icc, seen.orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(content.includes('SecretCam')).toBe(false)
    expect(await sharp(await bytesOf(id, 'thumbnail')).metadata()).toMatchObject({
      format: 'webp',
      width: 40,
      height: 80,
    })
    const { rows } = await database.query(`SELECT "width", "height", "state" FROM "Attachment" WHERE "id" = $1`, [id])
    expect(rows).toEqual([{ width: 40, height: 80, state: 'READY' }])
  })

  test.each([
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['jpeg', 'image/jpeg'],
  ] as const)('stays a %s', async (format, mediaType) => {
    const { id, content, ...rest } = await kept(
      await sharp(await jpeg(900, 300))
        .toFormat(format)
        .toBuffer(),
      'x.bin',
      'application/octet-stream',
    )
    expect(rest.mediaType).toBe(mediaType)
    expect((await sharp(content).metadata()).format).toBe(format)
    expect(await sharp(await bytesOf(id, 'thumbnail')).metadata()).toMatchObject({ width: 320, height: 107 })
  })

  it('that is an animation keeps its first picture', async () => {
    const frames = await Promise.all(['#f00', '#00f'].map((color) => jpeg(30, 30, color)))
    const animated = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer()
    expect((await sharp(animated).metadata()).pages).toBe(2)
    const seen = await sharp((await kept(animated)).content).metadata()
    expect([seen.pages ?? 1, seen.height]).toEqual([1, 30])
  })

  it('that is something else as well is only the image afterwards', async () => {
    const script = '<script>alert(document.cookie)</script>PK\x03\x04'
    const { content } = await kept(Buffer.concat([await jpeg(), Buffer.from(script)]), 'evil.html', 'text/html')
    expect(content.includes('alert')).toBe(false)
    expect(content.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  })

  it('cut short is refused', async () => {
    const whole = await sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer()
    expect(await sendFile(whole.subarray(0, whole.length / 2))).toEqual(refused('imageUnreadable', 'file'))
    expect(await sendFile(whole.subarray(0, 300))).toEqual(refused('imageUnreadable', 'file'))
  })

  it('of more than 50 million pixels is refused before it is unpacked', async () => {
    expect(await sendFile(pngBomb(60_000, 60_000))).toEqual(refused('imageTooLarge', 'file'))
    expect(
      await sendFile(
        await sharp({ create: { width: 8000, height: 6251, channels: 3, background: '#000' } })
          .png()
          .toBuffer(),
      ),
    ).toEqual(refused('imageTooLarge', 'file'))
  })
})

test.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.svg', 'image/svg+xml'],
  ['a page that says it is a photo', '<!doctype html><script>1</script>', 'photo.jpg', 'image/jpeg'],
  [
    'a program that says it is a photo',
    Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'),
    'photo.jpg',
    'image/jpeg',
  ],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\x80\0\0', 'latin1'), 'a.gif', 'image/gif'],
])('%s is refused', async (_, content, name, type) => {
  expect(await sendFile(content, name, type)).toEqual(refused('unsupportedMediaType', 'file'))
})

describe('the size', () => {
  it('may be 10 MB, and not a byte more', async () => {
    const photo = await jpeg()
    const full = Buffer.concat([photo, Buffer.alloc(MAX_FILE_BYTES - photo.length)])
    expect((await sendFile(full)).ok).toBe(true)
    expect(await sendFile(Buffer.concat([full, Buffer.alloc(1)]))).toEqual(refused('fileTooLarge', 'file'))
  })

  it('is held to whatever the request says of itself', async () => {
    const endless = multipart([{ field: 'file', name: 'a', content: Buffer.alloc(30_000_000) }])
    expect(await send(endless)).toEqual(refused('fileTooLarge', 'file'))
    const told = multipart([{ field: 'file', name: 'a', content: 'x' }], { 'Content-Length': '20000000' })
    expect(await send(told)).toEqual(refused('fileTooLarge', 'file'))
    const padding = 'x'.repeat(MAX_FILE_BYTES)
    expect(await send(multipart([{ field: 'f'.repeat(10), content: padding }]))).toMatchObject({ ok: false })
  })

  it('is not zero', async () => {
    expect(await sendFile('')).toEqual(refused('fileEmpty', 'file'))
  })
})

describe('the request', () => {
  it('holds one file and nothing else', async () => {
    const part = { field: 'file', name: 'a.jpg', content: await jpeg() }
    expect(await send(multipart([part, part]))).toEqual(refused('fileRepeated', 'file'))
    expect(await send(multipart([part, { field: 'caseNo', content: 'AS1' }]))).toEqual(
      refused('unknownField', 'caseNo'),
    )
    expect(await send(multipart([{ ...part, field: 'photo' }]))).toEqual(refused('unknownField', 'photo'))
    expect(await send(multipart([{ field: 'file', content: 'as text' }]))).toEqual(refused('fileRequired', 'file'))
    expect(await send(multipart([]))).toEqual(refused('fileRequired'))
  })

  it('is multipart, and whole', async () => {
    const whole = Buffer.from(await fileRequest(await jpeg()).arrayBuffer())
    const type = { 'Content-Type': 'multipart/form-data; boundary=----afterdesk-test' }
    expect(await send(raw(Buffer.from('{}'), { 'Content-Type': 'application/json' }))).toEqual(refused('notMultipart'))
    expect(await send(raw(whole, { 'Content-Type': 'multipart/form-data' }))).toEqual(refused('malformedMultipart'))
    expect(await send(raw(whole.subarray(0, whole.length - 30), type))).toEqual(refused('malformedMultipart'))
    expect(await send(raw(Buffer.from('no boundary in it'), type))).toEqual(refused('malformedMultipart'))
  })

  it('that its sender breaks off leaves nothing', async () => {
    const whole = Buffer.from(await fileRequest(await jpeg(400, 400)).arrayBuffer())
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(whole.subarray(0, 500))
        controller.error(new Error('aborted'))
      },
    })
    const headers = { 'Content-Type': 'multipart/form-data; boundary=----afterdesk-test' }
    const request = new Request('http://afterdesk.test/', {
      method: 'POST',
      body,
      headers,
      duplex: 'half',
    } as RequestInit)
    expect(await send(request)).toEqual(refused('malformedMultipart'))
  })
})

it('keeps the name for showing, without anything that could mislead', async () => {
  const names: [sent: string, kept: string][] = [
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\wang\\\\杯子 破损.jpg', '杯子 破损.jpg'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['...', 'file'],
    [`${'长'.repeat(300)}.jpg`, `${'长'.repeat(100)}…${'长'.repeat(15)}.jpg`],
  ]
  const photo = await jpeg()
  for (const [sent, name] of names) expect((await kept(photo, sent)).name).toBe(name)
})

it('leaves no temporary file, and no object without a row', async () => {
  expect(await files.temporary()).toEqual([])
  const { rows } = await database.query<{ id: string; thumbnailBytes: number | null }>(`SELECT * FROM "Attachment"`)
  const known = rows.flatMap(({ id, thumbnailBytes }) => (thumbnailBytes === null ? [id] : [id, `${id}.thumbnail`]))
  expect((await files.stored()).sort()).toEqual(known.sort())
})

/** A PNG of few bytes that claims to be huge. */
function pngBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, crc])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
