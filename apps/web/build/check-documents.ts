import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSchema, concatAST, Kind, parse, specifiedRules, validate, NoUnusedFragmentsRule, type DocumentNode } from 'graphql'
import type { Plugin } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const schemaFile = path.resolve(root, '../gateway/schema.graphql')

/** Every document between graphql(`…`) is validated against the schema of the gateway, so that a field that is not there stops the build. */
export function checkDocuments(): Plugin {
  return {
    name: 'check-documents',
    buildStart() {
      this.addWatchFile(schemaFile)
      const schema = buildSchema(readFileSync(schemaFile, 'utf8'))
      const documents = globSync('src/**/*.{ts,tsx}', { cwd: root }).flatMap((file) => documentsOf(path.join(root, file)))
      // Fragments live in files of their own; each is used by some operation of another.
      const errors = validate(
        schema,
        concatAST(documents),
        specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule),
      )
      if (errors.length > 0) this.error(errors.map((error) => `${error.message}\n${error.source?.name ?? ''}`).join('\n'))
      if (!documents.some((document) => document.definitions.some((definition) => definition.kind === Kind.OPERATION_DEFINITION)))
        this.error('No document was found in src: the check would check nothing.')
    },
  }
}

function documentsOf(file: string): readonly DocumentNode[] {
  return [...readFileSync(file, 'utf8').matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(([, text]) => {
    const document = parse(text ?? '')
    // The file is what a message should name.
    for (const definition of document.definitions) if (definition.loc) Object.assign(definition.loc.source, { name: path.relative(root, file) })
    return document
  })
}
