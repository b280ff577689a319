/** The pages there are. The gateway answers each of these paths with the same document (page-routes.ts). */
export const pages = ['/', '/dj', '/search'] as const
export type PagePath = (typeof pages)[number]

export interface Route {
  /** null: there is no such page. */
  readonly page: PagePath | null
  readonly query: URLSearchParams
}

/** Where a reader is, read from the address. */
export function readRoute(location: { readonly pathname: string; readonly search: string }): Route {
  const path = location.pathname.replace(/(?<=.)\/$/, '')
  return { page: pages.find((page) => page === path) ?? null, query: new URLSearchParams(location.search) }
}

/** The address of a page; what is null or empty is left out. */
export function hrefOf(page: PagePath, query: Readonly<Record<string, string | null>> = {}): string {
  const parameters = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))
  const text = parameters.toString()
  return text === '' ? page : `${page}?${text}`
}
