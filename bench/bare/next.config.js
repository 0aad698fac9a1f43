import { join } from 'node:path'
import { packStatic } from '../../scripts/pack-static.mjs'

const root = join(import.meta.dirname, '..', '..')

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  compiler: { runAfterProductionCompile: packStatic },
}
