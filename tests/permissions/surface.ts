import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What can be reached from outside, read from the code itself. */

const ROOT = join(import.meta.dirname, '..', '..')
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

type Module = Record<string, unknown>

/** Every exported function of every module of server actions, by `lib`'s folder and its name. */
export async function findActions(): Promise<string[]> {
  const modules = ['lib', 'app', 'components'].flatMap(listSources).filter((path) => isActions(read(path)))
  const named = await Promise.all(modules.map(async (path) => Object.keys(await load(path)).map(nameIn(path))))
  return named.flat().sort()
}

const nameIn = (path: string) => (name: string) => `${path.replace(/^lib\/(.+)\/actions\.ts$/, '$1')}/${name}`

/** Sources with an action that is not exported by a module of them: one of these nobody would find. */
export function findHiddenActions(): string[] {
  return ['lib', 'app', 'components']
    .flatMap(listSources)
    .filter((path) => !isActions(read(path)) && /^\s*['"]use server['"]/m.test(read(path)))
}

/** `METHOD path`, below app/api; routes elsewhere by their whole path. */
export async function findRoutes(): Promise<string[]> {
  const named = await Promise.all(
    listNamed('route.ts').map(async (folder) =>
      Object.keys(await load(`app/${folder}/route.ts`))
        .filter((name) => METHODS.includes(name))
        .map((method) => `${method} ${folder.replace(/^api\//, '')}`),
    ),
  )
  return named.flat().sort()
}

/** The folders below app with a file of this name. */
export function listNamed(name: string): string[] {
  return listSources('app')
    .filter((path) => path === `app/${name}` || path.endsWith(`/${name}`))
    .map((path) => path.slice('app/'.length, -name.length).replace(/\/$/, ''))
    .sort()
}

/** Every file below a folder, by its path. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
}

/** A module of the project, by its path. */
export async function load(path: string): Promise<Module> {
  return import(join(ROOT, path))
}

/** A function that a module exports. Throws when there is none of this name. */
export async function loadFunction(path: string, name: string): Promise<(...args: unknown[]) => unknown> {
  const found = (await load(path))[name]
  if (typeof found !== 'function') throw new Error(`${path} has no function ${name}`)
  return (...args) => Reflect.apply(found, undefined, args)
}

function isActions(source: string): boolean {
  return /^['"]use server['"]/.test(source)
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function listSources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('generated/'))
    .map((path) => `${folder}/${path}`)
}
