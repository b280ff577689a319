import 'reflect-metadata'
import { readFile } from 'node:fs/promises'
import {
  astFromValue,
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  print,
} from 'graphql'
import type { GraphQLArgument, GraphQLInputField, GraphQLNamedType, GraphQLSchema } from 'graphql'
import { beforeAll, expect, it } from 'vitest'
import { buildGatewaySchema } from './schema.js'
import { schemaFile, schemaText } from './schema-text.js'

let schema: GraphQLSchema
beforeAll(async () => {
  schema = await buildGatewaySchema()
})

const typesOf = (of: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(of.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))

function presetOf({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type)
  return node ? ` = ${print(node)}` : ''
}

/** Every name of a schema with all that is promised about it, a line each. */
function signatures(of: GraphQLSchema): string[] {
  return typesOf(of).flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map((value) => `enum ${type.name}.${value.name}`)
    if (isUnionType(type))
      return [
        `union ${type.name} = ${type
          .getTypes()
          .map((member) => member.name)
          .toSorted()
          .join(' | ')}`,
      ]
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => `input ${type.name}.${field.name}: ${field.type}${presetOf(field)}`)
    if (!isObjectType(type) && !isInterfaceType(type)) return [`scalar ${type.name}`]
    return [
      ...type.getInterfaces().map((implemented) => `${type.name} implements ${implemented.name}`),
      ...Object.values(type.getFields()).flatMap((field) => [
        `${type.name}.${field.name}: ${field.type}`,
        ...field.args.map((argument) => `${type.name}.${field.name}(${argument.name}: ${argument.type}${presetOf(argument)})`),
      ]),
    ]
  })
}

it('is the committed one', async () => {
  expect(schemaText(schema), 'The API changed. Where that is meant: npx -y pnpm@12.21.0 --filter @linernotes/gateway run emit-schema').toBe(
    await readFile(schemaFile, 'utf8'),
  )
})

it('holds everything that clients are promised', async () => {
  const promised = signatures(buildASTSchema(parse(await readFile(new URL('__fixtures__/promised.graphql', import.meta.url), 'utf8'))))
  expect(promised.length).toBeGreaterThan(300)
  expect(promised.filter((line) => !signatures(schema).includes(line))).toEqual([])
})

it('describes every type, field, argument, enum value and input field', () => {
  const undescribed = typesOf(schema).flatMap((type) => {
    const parts: { readonly name: string; readonly description?: string | null | undefined }[] = [type]
    if (isEnumType(type)) parts.push(...type.getValues())
    if (isObjectType(type) || isInterfaceType(type)) for (const field of Object.values(type.getFields())) parts.push(field, ...field.args)
    if (isInputObjectType(type)) parts.push(...Object.values(type.getFields()))
    return parts.filter(({ description }) => !description?.trim()).map(({ name }) => `${type.name}.${name}`)
  })
  expect(undescribed).toEqual([])
})
