import type { CreditDraft, ReleaseDraft } from './musicbrainz-drafts.js'
import { linksOf } from './links.js'
import { isSpecialPurposeArtist } from './special-purpose.js'
import { ws2LabelInfo, type Ws2Release } from './ws2-entities.js'

/** A release as MusicBrainz describes it. "[no label]" and "[none]" are its words for what there is not. */
export function toReleaseDraft(release: Ws2Release, credits: readonly CreditDraft[]): ReleaseDraft {
  const labels = release['label-info'].flatMap((item) => ws2LabelInfo.safeParse(item).data ?? [])
  const labelled = labels.find((info) => info.label?.name != null && !isBracketed(info.label.name))
  const number = (labelled ?? labels[0])?.['catalog-number'] ?? null
  const group = release['release-group']
  return {
    mbid: release.id,
    title: release.title,
    credits,
    releaseDate: release.date,
    primaryType: group?.['primary-type'] ?? null,
    isCompilation:
      (group?.['secondary-types'] ?? []).includes('Compilation') || credits.some((credit) => isSpecialPurposeArtist(credit.artistMbid, credit.creditedName)),
    label: labelled?.label?.name ?? null,
    catalogNumber: number === null || isBracketed(number) ? null : number,
    gtin: release.barcode !== null && /^\d{8,14}$/.test(release.barcode) ? release.barcode : null,
    links: linksOf(release.relations),
  }
}

function isBracketed(text: string): boolean {
  return /^\[.*\]$/.test(text)
}
