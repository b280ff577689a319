import { expect, test } from 'vitest'
import { evidence } from '../__fixtures__/sample-brief.js'
import { taggedEpisode } from './__fixtures__/guided.js'
import { applyGuidelines } from './apply-guidelines.js'
import { shippedGuidelines } from './shipped-guidelines.js'

/** Whether an episode whose notes say so is still given what the listener played of its topic. */
function tellsHistory(quote: string): boolean {
  const brief = taggedEpisode(['life'], 'storage')
  const said = { ...brief, evidence: [...brief.evidence, evidence('description', { quote }, `The description says: «${quote}»`)] }
  return applyGuidelines(said, shippedGuidelines(), null).evidence.some(({ kind }) => kind === 'listening')
}

test.each([
  'Ana had postnatal depression after the second child.',
  'Depressionen im Winter: ein Gespräch.',
  'My bipolar brain.',
  'Burned out nurses tell how they went back to work.',
  'She left her husband after he hit her for years.',
  'He went bankrupt and paid back his debts.',
  'Catholics in Rome.',
  'Coming out at forty.',
  'He stopped drinking in May.',
  'Voters talk about the ballot.',
  'Her husband passed away last spring.',
])('beside “%s” nothing of the history is told', (quote) => {
  expect(tellsHistory(quote)).toBe(false)
})

test.each(['A talk with a carpenter.', 'A new release is coming out in May.', 'How to convert to ZFS.', 'We hit the disk hard.'])(
  'beside “%s” it is',
  (quote) => {
    expect(tellsHistory(quote)).toBe(true)
  },
)
