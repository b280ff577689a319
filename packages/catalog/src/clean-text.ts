import { neededJoiner } from './needed-joiner.js'

/**
 * What shows nothing, and may hide something: controls, bidirectional marks, zero-width and tag characters, fillers, selectors
 * (Unicode's default ignorables), interlinear marks and noncharacters.
 */
const invisible = new RegExp(String.raw`${neededJoiner}|([\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\p{Noncharacter_Code_Point}])`, 'gu')
/** Line ends and the like are white space before they are controls; U+FEFF is neither. */
const whiteSpace = /[\u0085\t-\r\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Text of a feed or a catalogue as it may be stored: NFC, nothing invisible but the joiners that a script needs, white space folded. */
export function cleanText(text: string): string {
  if (plain.test(text)) return text
  const visible = strip(text.toWellFormed().replaceAll(whiteSpace, ' ')).normalize('NFC')
  // NFC can bring a joiner to where nobody needs it.
  return strip(visible).replaceAll(/ {2,}/g, ' ').trim()
}

function strip(text: string): string {
  return text.replaceAll(invisible, (found, forbidden: string | undefined) => (forbidden === undefined ? found : ''))
}
