const irregular: Readonly<Record<string, string>> = {
  made: 'make',
  wrote: 'write',
  written: 'write',
  spoke: 'speak',
  spoken: 'speak',
  told: 'tell',
  said: 'say',
  heard: 'hear',
  thrown: 'throw',
  threw: 'throw',
  got: 'get',
  took: 'take',
  taken: 'take',
  brought: 'bring',
  built: 'build',
  caught: 'catch',
  chose: 'choose',
  chosen: 'choose',
  drove: 'drive',
  driven: 'drive',
  fought: 'fight',
  found: 'find',
  held: 'hold',
  kept: 'keep',
  learnt: 'learn',
  lost: 'lose',
  met: 'meet',
  ran: 'run',
  rode: 'ride',
  ridden: 'ride',
  sold: 'sell',
  bought: 'buy',
  spent: 'spend',
  taught: 'teach',
  won: 'win',
  broke: 'break',
  broken: 'break',
}

/** Enough inflection to match "founder" with "founded" and "tracks" with "track". English. */
export function stem(word: string): string {
  const known = irregular[word]
  if (known !== undefined) return known
  if (word.length <= 3) return word
  let result = word
  if (/ie[sd]$/u.test(result) && result.length > 4) result = `${result.slice(0, -3)}y`
  else if (/(?:s|x|z|ch|sh)es$/u.test(result)) result = result.slice(0, -2)
  else if (/[^siu]s$/u.test(result)) result = result.slice(0, -1)
  else if (result.endsWith('ing') && result.length > 5) result = result.slice(0, -3)
  else if (result.endsWith('ed') && result.length > 4) result = result.slice(0, -2)
  if (/[^aeiou](?:er|or)$/u.test(result) && result.length > 5) result = result.slice(0, -2)
  if (/([bdgklmnprt])\1$/u.test(result) && result.length > 3) result = result.slice(0, -1)
  return result.length > 3 && result.endsWith('e') ? result.slice(0, -1) : result
}
