import { createUnionType, Field, Int, ObjectType } from 'type-graphql'
import { InputError } from '../graph/user-error.type.js'

@ObjectType({ description: 'A row that was not taken over, and why.' })
class ImportProblem {
  @Field(() => Int, { nullable: true, description: 'Line or position, from 1.' })
  line!: number | null
  @Field(() => String, { nullable: true, description: 'The field at fault.' })
  field!: string | null
  @Field(() => String, { description: 'What is wrong.' })
  message!: string
}

@ObjectType({ description: 'What became of the rows.' })
class ImportReport {
  @Field(() => Int, { description: 'Rows read.' })
  read!: number
  @Field(() => Int, { description: 'Rows taken over.' })
  imported!: number
  @Field(() => Int, { description: 'Rows that were there already.' })
  duplicates!: number
  @Field(() => Int, { description: 'Rows kept by name, whose item is not in the catalogue yet.' })
  unmatched!: number
  @Field(() => Int, { description: 'Rows refused.' })
  rejected!: number
  @Field(() => Int, { nullable: true, description: 'Rows that are gone; null: nothing was to be deleted.' })
  deleted!: number | null
  @Field(() => [ImportProblem], { description: 'Why, for the first thousand.' })
  problems!: ImportProblem[]
}

const resolveType = (value: object): string => ('code' in value ? 'InputError' : 'ImportReport')

export const RecordListensResult = createUnionType({
  name: 'RecordListensResult',
  description: 'A report, or why nothing was recorded.',
  types: () => [ImportReport, InputError] as const,
  resolveType,
})
export const RecordFeedbackResult = createUnionType({
  name: 'RecordFeedbackResult',
  description: 'A report, or why nothing was recorded.',
  types: () => [ImportReport, InputError] as const,
  resolveType,
})
