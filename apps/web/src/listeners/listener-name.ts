/** What to call a listener: their name, or what is left of their id: "listener-004" is "Listener 4". */
export function listenerName({ displayName, externalId }: { readonly displayName: string | null; readonly externalId: string }): string {
  if (displayName) return displayName
  const numbered = /^listener-0*(\d+)$/.exec(externalId)
  return numbered ? `Listener ${numbered[1]}` : externalId
}

/** The listeners that a search by name means, best first: names that begin so, then names that hold it. */
export function findListeners<Listener extends { readonly displayName: string | null; readonly externalId: string }>(
  listeners: readonly Listener[],
  query: string,
): readonly Listener[] {
  const words = query.trim().toLocaleLowerCase('en')
  if (words === '') return listeners
  const place = (listener: Listener): number => {
    const name = listenerName(listener).toLocaleLowerCase('en')
    if (name.startsWith(words)) return 0
    return name.includes(words) || listener.externalId.toLocaleLowerCase('en').includes(words) ? 1 : 2
  }
  return listeners
    .map((listener) => ({ listener, at: place(listener) }))
    .filter(({ at }) => at < 2)
    .toSorted((one, other) => one.at - other.at)
    .map(({ listener }) => listener)
}
