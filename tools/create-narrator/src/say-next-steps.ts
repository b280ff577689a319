import type { Created } from './create-narrator.js'

/** What was made, and the commands that try it; `pnpm` stands for `npx -y pnpm@12.21.0`. */
export function sayNextSteps(name: string, { directory, files, registration }: Created): readonly string[] {
  const made = [`Made ${directory}:`, ...files.map((file) => `  ${file}`), '']
  if (registration === null) {
    return [
      ...made,
      'It is a package of its own. Build and test it:',
      `  cd ${directory} && npm install && npm test`,
      'Then name it in providers of linernotes.config.ts (a path, or its name where npm installed it):',
      `  providers: [..., '${directory}'],`,
      'and from the repository (pnpm stands for npx -y pnpm@12.21.0):',
      `  pnpm linernotes providers try ${name}`,
    ]
  }
  const { done, byHand } = registration
  return [
    ...made,
    ...(done.length > 0 ? [`Added to ${done.join(' and ')}.`] : []),
    ...(byHand.length > 0 ? ['Not found where it was looked for; please', ...byHand.map((line) => `  ${line}`)] : []),
    'It answers now (pnpm stands for npx -y pnpm@12.21.0; the first command links the new package):',
    `  pnpm linernotes providers try ${name}`,
    `  pnpm linernotes providers doctor ${name}`,
    `  pnpm exec vitest run plugins/${name}`,
    `To let it write for listeners, put '${name}' into order in linernotes.config.ts. docs/plugin-authors.md goes on from here.`,
  ]
}
