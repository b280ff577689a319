const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const onesOrdinal =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const tensOrdinal = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ')

export interface NumberWord {
  readonly value: number
  readonly class: 'unit' | 'ten' | 'scale'
  readonly ordinal: boolean
}

/** English number words; once, twice and thrice count times. */
export const numberWords: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([
  ...ones.map((word, value): [string, NumberWord] => [word, { value, class: 'unit', ordinal: false }]),
  ...tens.map((word, index): [string, NumberWord] => [word, { value: (index + 2) * 10, class: 'ten', ordinal: false }]),
  ...onesOrdinal.map((word, value): [string, NumberWord] => [word, { value, class: 'unit', ordinal: true }]),
  ...tensOrdinal.map((word, index): [string, NumberWord] => [word, { value: (index + 2) * 10, class: 'ten', ordinal: true }]),
  ['dozen', { value: 12, class: 'scale', ordinal: false }],
  ['hundred', { value: 100, class: 'scale', ordinal: false }],
  ['thousand', { value: 1_000, class: 'scale', ordinal: false }],
  ['million', { value: 1_000_000, class: 'scale', ordinal: false }],
  ['once', { value: 1, class: 'unit', ordinal: false }],
  ['twice', { value: 2, class: 'unit', ordinal: false }],
  ['thrice', { value: 3, class: 'unit', ordinal: false }],
])

/** Words that count without saying how many. No fact holds them. */
export const vagueNumbers = new Set(
  'dozens hundreds thousands millions several many few couple half quarter double triple countless numerous plenty lots loads pair'.split(' '),
)
