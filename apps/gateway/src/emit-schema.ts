import 'reflect-metadata'
import { writeFile } from 'node:fs/promises'
import { buildGatewaySchema } from './schema.js'
import { schemaFile, schemaText } from './schema-text.js'

await writeFile(schemaFile, schemaText(await buildGatewaySchema()))
