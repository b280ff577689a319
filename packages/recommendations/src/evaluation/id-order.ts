/** How ids are put in order: `number` where all are whole numbers, else `code-unit` (the order of `<` on strings, not of a language). */
export type IdOrder = 'number' | 'code-unit'

/** Whole numbers of at most 15 digits are exact as numbers. */
export const idOrderOf = (ids: readonly string[]): IdOrder => (ids.every((id) => /^\d{1,15}$/.test(id)) ? 'number' : 'code-unit')

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** `01` and `1` are two ids: equal numbers are ordered as strings. */
export function compareIds(order: IdOrder): (left: string, right: string) => number {
  return order === 'code-unit' ? byCodeUnit : (left, right) => Number(left) - Number(right) || byCodeUnit(left, right)
}

/** New numbers for some of the strings of an index, in the order of their ids. */
export interface Numbering {
  /** The ids by their new numbers. */
  readonly ids: readonly string[]
  /** From the number in the index to the new number; -1: left out. */
  readonly numberOf: Int32Array
}

/** Numbers in the order of the ids, so that the same rows in another order give the same numbers, and a lower number is a lower id. */
export function numberInOrder(strings: readonly string[], order: IdOrder, isTaken: (number: number) => boolean): Numbering {
  const compare = compareIds(order)
  const taken = [...strings.keys()].filter(isTaken).toSorted((left, right) => compare(strings[left]!, strings[right]!))
  const numberOf = new Int32Array(strings.length).fill(-1)
  for (const [place, number] of taken.entries()) numberOf[number] = place
  return { ids: taken.map((number) => strings[number]!), numberOf }
}
