const k1 = 1.2
const b = 0.75

/**
 * Okapi BM25 of each document for the terms (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), with the
 * idf that is never negative. Documents and terms are words already folded the same way.
 */
export function bm25(documents: readonly (readonly string[])[], terms: readonly string[]): number[] {
  const wanted = [...new Set(terms)]
  const meanLength = documents.reduce((sum, document) => sum + document.length, 0) / Math.max(1, documents.length)
  const idf = wanted.map((term) => {
    const holding = documents.filter((document) => document.includes(term)).length
    return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5))
  })
  return documents.map((document) =>
    wanted.reduce((sum, term, index) => {
      const count = document.filter((word) => word === term).length
      return sum + ((idf[index] ?? 0) * count * (k1 + 1)) / (count + k1 * (1 - b + (b * document.length) / Math.max(1, meanLength)))
    }, 0),
  )
}
