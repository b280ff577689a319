import type { Page } from '@linernotes/catalog'
import DataLoader from 'dataloader'

/** A loader over a query that takes many ids and returns what it found; null: not there. One statement for a whole list. */
export function batch<Value>(find: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>): DataLoader<string, Value | null> {
  return new DataLoader<string, Value | null>(async (ids) => {
    const found = await find(ids)
    return ids.map((id) => found.get(id) ?? null)
  })
}

/** The same for queries that give each id a list; empty where there is nothing. */
export function batchLists<Value>(find: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Value[]>>): DataLoader<string, readonly Value[]> {
  return new DataLoader<string, readonly Value[]>(async (ids) => {
    const found = await find(ids)
    return ids.map((id) => found.get(id) ?? [])
  })
}

export type PageLoader<Value> = DataLoader<string, Page<Value>>

/** The same for queries that give each id a page of a list. */
export function batchPages<Value>(find: (ids: readonly string[]) => Promise<ReadonlyMap<string, Page<Value>>>): PageLoader<Value> {
  return new DataLoader<string, Page<Value>>(async (ids) => {
    const found = await find(ids)
    return ids.map((id) => found.get(id) ?? { nodes: [], cursors: [], hasNextPage: false, totalCount: 0 })
  })
}
