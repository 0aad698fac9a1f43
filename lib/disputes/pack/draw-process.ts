import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { drawPaper } from './draw-paper'
import type { Paper } from './paper'

/** A process of its own for a few papers: reads them from its input, writes 0.pdf, 1.pdf … into the folder it is given. */
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('name a folder')
// nobody else writes there
const papers = (await json(process.stdin)) as Paper[]
for (const [index, paper] of papers.entries()) await writeFile(join(folder, `${index}.pdf`), await drawPaper(paper))
