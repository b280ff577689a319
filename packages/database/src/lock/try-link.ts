import { link } from 'node:fs/promises'

/** A hard link is whole from its first moment, and fails where the name is taken. */
export async function tryLink(existing: string, name: string): Promise<boolean> {
  try {
    await link(existing, name)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
