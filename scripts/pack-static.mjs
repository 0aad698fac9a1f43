import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const pack = promisify(brotliCompress)
const PACKED = /\.(js|css)$/
/** The best there is: it is done once, and every visit gains the last two percent. */
const QUALITY = constants.BROTLI_MAX_QUALITY

/**
 * Packs the scripts and styles of a build, each once: doing it so well for every request would take too long.
 * `chunk.js.br` then lies beside `chunk.js`; scripts/packed-static.ts hands it out.
 * @param {{ distDir: string }} build
 */
export async function packStatic({ distDir }) {
  const folder = join(distDir, 'static')
  const names = await readdir(folder, { recursive: true })
  await Promise.all(
    names
      .filter((name) => PACKED.test(name))
      .map(async (name) => {
        const text = await readFile(join(folder, name))
        const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
        await writeFile(join(folder, `${name}.br`), await pack(text, { params }))
      }),
  )
}
