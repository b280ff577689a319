import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../../..')

export interface Ended {
  readonly code: number
  readonly output: string
}

export interface RepositoryCopy extends AsyncDisposable {
  readonly root: string
  /** Does what `pnpm install` does for a new plugin, without a network. */
  link(name: string): Promise<void>
  /** A program of node_modules/.bin, in the copy. */
  run(program: string, ...args: readonly string[]): Promise<Ended>
  /** A line as a shell reads it, in the copy. */
  shell(line: string): Promise<Ended>
  /** `linernotes ...` of the real repository, with the configuration file of the copy. */
  linernotes(...args: readonly string[]): Promise<Ended>
}

/** The repository as a plugin sees it: its own settings are copies, packages and libraries are linked. */
export async function copyRepository(): Promise<RepositoryCopy> {
  const home = await mkdtemp(path.join(tmpdir(), 'create-narrator-'))
  const copy = path.join(home, 'liner-notes')
  await mkdir(copy)
  for (const file of ['package.json', 'linernotes.config.ts', 'tsconfig.base.json', 'vitest.config.ts', 'vitest.setup.ts', '.oxlintrc.json', '.oxfmtrc.json', '.gitignore'])
    await cp(path.join(root, file), path.join(copy, file))
  for (const folder of ['packages', 'apps']) await symlink(path.join(root, folder), path.join(copy, folder))
  await mkdir(path.join(copy, 'plugins'))
  await mkdir(path.join(copy, 'tools'))
  // Copied, because its tests look at the repository that they stand in.
  await cp(path.join(root, 'tools/house'), path.join(copy, 'tools/house'), { recursive: true })
  await linkEntries('node_modules', copy)
  await linkEntries('node_modules/@linernotes', copy)
  return {
    root: copy,
    async link(name) {
      const place = path.join(copy, 'plugins', name)
      await mkdir(path.join(place, 'node_modules/@linernotes'), { recursive: true })
      await symlink(path.join(root, 'packages/narrative-sdk'), path.join(place, 'node_modules/@linernotes/narrative-sdk'))
      await symlink(path.join(root, 'packages/narrative-sdk/node_modules/zod'), path.join(place, 'node_modules/zod'))
      await symlink(place, path.join(copy, 'node_modules/@linernotes', name))
    },
    run: (program, ...args) => runProgram(path.join(root, 'node_modules/.bin', program), args, copy, {}),
    shell: (line) => runProgram('/bin/sh', ['-c', line], copy, {}),
    linernotes: (...args) =>
      runProgram(process.execPath, [path.join(root, 'apps/cli/dist/main.js'), ...args], copy, {
        LINERNOTES_CONFIG: path.join(copy, 'linernotes.config.ts'),
        LINERNOTES_DATA_DIR: path.join(copy, '.data'),
      }),
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  }
}

async function linkEntries(folder: string, copy: string): Promise<void> {
  await mkdir(path.join(copy, folder), { recursive: true })
  for (const entry of await readdir(path.join(root, folder)))
    if (entry !== '@linernotes' && entry !== '.vite') await symlink(path.join(root, folder, entry), path.join(copy, folder, entry))
}

function runProgram(file: string, args: readonly string[], cwd: string, variables: Readonly<Record<string, string>>): Promise<Ended> {
  const env = { PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}`, HOME: process.env['HOME'], TMPDIR: tmpdir(), NO_COLOR: '1', ...variables }
  return new Promise((resolve) => {
    execFile(file, args, { cwd, env, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, output: stdout === '' ? stderr : stdout })
    })
  })
}
