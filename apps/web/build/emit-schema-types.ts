// Writes the types of the API from the schema of the gateway, a file: dist/schema/introspection.d.ts. TypeScript checks with them what is done with answers.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal'
import { buildSchema, introspectionFromSchema } from 'graphql'

const schemaFile = path.resolve(import.meta.dirname, '../../gateway/schema.graphql')
const typesFile = path.resolve(import.meta.dirname, '../dist/schema/introspection.d.ts')

const schema = introspectionFromSchema(buildSchema(readFileSync(schemaFile, 'utf8')), { descriptions: false })
const types = outputIntrospectionFile(minifyIntrospection(schema), { fileType: '.d.ts', shouldPreprocess: true })
mkdirSync(path.dirname(typesFile), { recursive: true })
writeFileSync(typesFile, types)
