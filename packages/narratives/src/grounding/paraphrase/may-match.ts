import type { ParaphraseRule } from './rule.js'

const families: Readonly<Record<string, RegExp>> = { N: /⟨@/u, W: /⟨@[A-Z]*[TR]/u, D: /⟨#[ymd]/u, M: /⟨#[mk]/u, t: /⟨#[tc]/u }

function kindPattern(kind: string): RegExp {
  return families[kind] ?? new RegExp(/[A-Z]/u.test(kind) ? `⟨@[A-Z]*${kind}` : `⟨#${kind}`, 'u')
}

const kindPatterns = new Map(Array.from('ARTOLSPCXNWymdkDMnoftcgqew', (kind) => [kind, kindPattern(kind)]))

/** A rule is tried only where everything that it needs is there. */
export function mayMatch({ needs }: ParaphraseRule, text: string, lower: string): boolean {
  return lower.includes(needs.word) && needs.kinds.every((kind) => kindPatterns.get(kind)?.test(text) ?? true)
}
