import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/tests/support/database'
import { jpeg, kept, refused, sendFile, useFiles } from '@/tests/support/files'
import { preparePdf } from './pdf'
import { inTempFolder } from './temp-folder'

useDatabase()
useFiles()

async function pdf(change: (document: PDFDocument) => void = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([200, 100]).drawText('invoice')
  document.setAuthor('Wang Xiaoming')
  document.setTitle('Home address')
  change(document)
  return document.save({ useObjectStreams: false })
}

describe('a PDF', () => {
  it('loses who made it and when', async () => {
    const { content, mediaType } = await kept(await pdf(), 'invoice.pdf', 'application/pdf')
    expect(mediaType).toBe('application/pdf')
    for (const word of ['Wang', 'Home', 'CreationDate', 'pdf-lib', '/Info']) expect(content.includes(word)).toBe(false)
    const read = await PDFDocument.load(content, { updateMetadata: false })
    expect([read.getPageCount(), read.getAuthor(), read.getTitle()]).toEqual([1, undefined, undefined])
  })

  it('loses XMP, scripts, attached files and what lay around it', async () => {
    const sent = await pdf((document) => {
      const { context, catalog } = document
      const { PDFName } = { PDFName: document.catalog.keys()[0]?.constructor as unknown as { of(name: string): never } }
      catalog.set(
        PDFName.of('Metadata'),
        context.register(context.stream('<x:xmpmeta>Shanghai</x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' })),
      )
      context.register(context.stream('left over of a revision'))
      document.addJavaScript('main', 'app.launchURL("http://evil.example")')
    })
    const { content } = await kept(Buffer.concat([Buffer.from(sent), Buffer.from('PK\x03\x04 zip behind it')]))
    for (const word of ['Shanghai', 'xmpmeta', 'left over', 'evil', 'launchURL', 'zip behind'])
      expect(content.includes(word)).toBe(false)
    expect((await PDFDocument.load(content)).getPageCount()).toBe(1)
  })

  it('with a photo in it loses where the photo was taken', async () => {
    const photo = await sharp(await jpeg(200, 200))
      .withExif({ IFD0: { Make: 'SecretCam' } })
      .jpeg()
      .toBuffer()
    const document = await PDFDocument.create()
    document.addPage().drawImage(await document.embedJpg(photo))
    const sent = await document.save({ useObjectStreams: false })
    expect(Buffer.from(sent).includes('SecretCam')).toBe(true)
    const { content } = await kept(sent)
    expect(content.includes('SecretCam')).toBe(false)
    expect((await PDFDocument.load(content)).getPageCount()).toBe(1)
  })

  it('that is encrypted, cut short or made to unpack without end is refused', async () => {
    const locked = await pdf((document) => document.encrypt({ userPassword: 'a', ownerPassword: 'b' }))
    expect(await sendFile(locked)).toEqual(refused('pdfUnreadable', 'file'))
    expect(await sendFile((await pdf()).slice(0, 200))).toEqual(refused('pdfUnreadable', 'file'))
    expect(await sendFile('%PDF-1.7\n% nothing\n%%EOF')).toEqual(refused('pdfUnreadable', 'file'))
    const bomb = deflateSync(Buffer.alloc(400 * 1024 * 1024))
    const dict = `1 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length}>> stream\n`
    const body = Buffer.concat([Buffer.from(`%PDF-1.7\n${dict}`), bomb, Buffer.from('\nendstream endobj\n%%EOF')])
    expect(await sendFile(body)).toEqual(refused('pdfUnreadable', 'file'))
  })

  it('that keeps its reader busy for ever is given up', async () => {
    const digits = Buffer.alloc(6_000_000, '1')
    const body = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n'), digits])
    await inTempFolder(async (folder) => {
      await writeFile(join(folder, 'received'), body)
      expect(await preparePdf(join(folder, 'received'), folder, 2000)).toEqual(refused('pdfUnreadable', 'file'))
    })
  })
})
