import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFWriter,
} from '@cantoo/pdf-lib'
import { stripJpeg } from './jpeg-segments'

/** What tells of a document's making, what acts by itself when it is opened, and files within the file. */
const DROPPED = ['Metadata', 'PieceInfo', 'LastModified', 'OpenAction', 'AA', 'JS', 'JavaScript', 'EmbeddedFiles', 'EF']
/** Actions that reach out of the document. */
const REACHING_OUT = new Set(['/JavaScript', '/Launch', '/SubmitForm', '/ImportData', '/GoToR', '/GoToE'])
/** How much the streams that hold a document's structure may unpack to, all together. */
const MAX_UNPACKED = 128 * 1024 * 1024

/**
 * A PDF with its pages and nothing else: no Info dictionary, no XMP, no scripts, nothing left over from earlier
 * revisions. Throws on what is no PDF, is encrypted or has no page. Only for a process of its own: hostile bytes can
 * make it run without end.
 */
export async function stripPdf(bytes: Uint8Array): Promise<Uint8Array> {
  limitUnpacking()
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  if (document.getPageCount() === 0) throw new Error('the document has no page')
  const { context } = document
  context.trailerInfo = { Root: context.trailerInfo.Root }
  const reached = cleanFrom(context)
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer()
}

/** Cleans whatever the document consists of, and returns where it stands. Walks without recursion: nesting has no end. */
function cleanFrom(context: PDFContext): Set<PDFRef> {
  const reached = new Set<PDFRef>()
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root]
  while (open.length > 0) {
    const next = open.pop()
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue
      reached.add(next)
      open.push(context.lookup(next))
    } else if (next instanceof PDFArray) for (const item of next.asArray()) open.push(item)
    else if (next instanceof PDFDict || next instanceof PDFStream) {
      const dict = next instanceof PDFStream ? next.dict : next
      cleanDict(dict)
      if (next instanceof PDFRawStream) cleanStream(next)
      for (const value of dict.values()) open.push(value)
    }
  }
  return reached
}

function cleanDict(dict: PDFDict): void {
  for (const name of DROPPED) dict.delete(PDFName.of(name))
  const action = dict.get(PDFName.of('S'))
  if (action instanceof PDFName && REACHING_OUT.has(action.asString())) for (const key of dict.keys()) dict.delete(key)
}

/** A photo that was put into the document as it came from the camera. */
function cleanStream(stream: PDFRawStream): void {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : [filter]
  if (filters.length === 1 && filters[0] === PDFName.of('DCTDecode')) stream.updateContents(stripJpeg(stream.contents))
}

/**
 * The library unpacks structure streams into memory without end. All of its decoders grow by one method, which is made
 * to stop here, in this process alone.
 */
function limitUnpacking(): void {
  const filter = PDFContext.create().obj({ Filter: 'FlateDecode' })
  const decoder: object = decodePDFRawStream(PDFRawStream.of(filter, new Uint8Array([0x78, 0x9c])))
  const shared: unknown = Object.getPrototypeOf(Object.getPrototypeOf(decoder))
  const grow: unknown = Object(shared).ensureBuffer
  if (typeof grow !== 'function') throw new Error('the PDF library has other decoders than it had')
  let unpacked = 0
  Object(shared).ensureBuffer = function ensureBuffer(this: { buffer: Uint8Array }, requested: number) {
    const before = this.buffer.byteLength
    if (requested > before) unpacked += requested
    if (unpacked > MAX_UNPACKED) throw new Error('the document unpacks to too much')
    return grow.call(this, requested)
  }
}
