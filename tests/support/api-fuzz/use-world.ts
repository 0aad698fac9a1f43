import { beforeAll } from 'vitest'
import { useApi } from '@/tests/support/api'
import { useDatabase } from '@/tests/support/database'
import { useFiles } from '@/tests/support/files'
import { allowPrivateTargets } from '@/tests/support/webhooks'
import { watchChanges } from './changes'
import type { Operation } from './operations'
import { findRecipe, type Recipe, recipesFor } from './valid-request'
import { createWorld, type World } from './world'

/** What a generated test stands on: a database, the API and files of its own, every change of them watched. */
export function useFuzzWorld(): {
  world(): World
  files: ReturnType<typeof useFiles>
  /** What succeeds with the first kind of key that may do it. */
  recipeOf(operation: Operation): Promise<Recipe>
} {
  useDatabase()
  useApi()
  const files = useFiles()
  let world: World | undefined
  beforeAll(async () => {
    allowPrivateTargets()
    world = await createWorld()
    await watchChanges()
  })
  const made = () => {
    if (!world) throw new Error('the world is there once the tests run')
    return world
  }
  return {
    world: made,
    files,
    recipeOf: async (operation) =>
      (await findRecipe(recipesFor(operation, operation.keys[0] ?? 'PLATFORM'), made())).recipe,
  }
}
