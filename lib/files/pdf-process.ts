import { readFile, writeFile } from 'node:fs/promises'
import { stripPdf } from './pdf-content'

/** A process of its own for one PDF: reads the file of the first argument, writes the second. Exit code 3: unreadable. */
const [source, target] = process.argv.slice(2)
if (!source || !target) throw new Error('name a source and a target')
const sent = await readFile(source)
const stripped = await stripPdf(sent).catch(() => null)
if (!stripped) process.exit(3)
await writeFile(target, stripped)
