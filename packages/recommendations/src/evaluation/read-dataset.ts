import { IndexOfStrings } from '../model/index-of-strings.js'
import { dropBadTests } from './drop-bad-tests.js'
import type { EvaluationRequest } from './evaluation-request.js'
import { prepareData, type PreparedData } from './prepare-data.js'
import { ProblemList } from './reading/problem-list.js'
import { readFriendships, type FriendshipTable } from './reading/read-friendships.js'
import { readInteractions, type Names } from './reading/read-interactions.js'
import { readTaggings, type TaggingTable } from './reading/read-taggings.js'
import type { TableOptions, TableSource } from './reading/read-table.js'
import { splitUsers, type ThreeTables } from './split-users.js'
import { writeSplit } from './write-split.js'

export interface ReadTools {
  readonly signal: AbortSignal
  readonly onProgress: (event: { readonly file: string; readonly done: number; readonly total: number; readonly unit: 'bytes' }) => void
}

/** What was read. */
export interface Dataset {
  readonly data: PreparedData
  readonly tables: ThreeTables
  readonly taggings: TaggingTable | null
  readonly friendships: FriendshipTable | null
  readonly problems: ProblemList
  /** Paths of the parts of the split; empty where none were to be written. */
  readonly written: readonly string[]
}

/** Reads, splits where asked, and numbers everything. @throws ImportFormatError a file is not there */
export async function readDataset(request: EvaluationRequest, { signal, onProgress }: ReadTools): Promise<Dataset> {
  const problems = new ProblemList()
  const names: Names = { users: new IndexOfStrings(), items: new IndexOfStrings() }
  const { sources, seed } = request
  const optionsFor = ({ name }: TableSource): TableOptions => ({ signal, problems, onProgress: (event) => onProgress({ ...event, file: name }) })
  const read = (source: TableSource) => readInteractions(source, names, optionsFor(source))
  const tables: ThreeTables =
    'whole' in sources
      ? splitUsers(await read(sources.whole), names, sources.holdout, seed)
      : dropBadTests(
          { interactions: await read(sources.interactions), foldIn: await read(sources.foldIn), test: await read(sources.test) },
          { names, file: sources.test.name, problems },
        )
  const written = request.writeSplit === null ? [] : await writeSplit(request.writeSplit, names, tables, signal)
  const taggings = request.tags === null ? null : await readTaggings(request.tags, names, optionsFor(request.tags))
  const friendships = request.friends === null ? null : await readFriendships(request.friends, names, optionsFor(request.friends))
  const data = prepareData(tables, { names, taggings, friendships, minItemUsers: request.minItemUsers })
  return { data, tables, taggings, friendships, problems, written }
}
