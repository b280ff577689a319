import type { Editorial } from '../editorial.js'
import { examplesFor } from './examples-for.js'
import { readGoldenExamples } from './read-golden-examples.js'

/** Enough to show the voice; a model of a few thousand tokens has room for them beside the facts. */
const shownExamples = 5

/** Shows each request the golden examples that are most like it. Throws a ConfigurationError where `place` cannot be read. */
export function goldenEditorial(place?: URL | string): Editorial {
  const set = readGoldenExamples(place)
  return { version: set.version, guide: (request) => ({ examples: examplesFor(request, shownExamples, set) }) }
}
