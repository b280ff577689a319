import type { Brief } from '../../brief.js'
import { evidence, sampleBrief } from '../../__fixtures__/sample-brief.js'

/** An episode with these tags, for somebody who finished four of five episodes about `topic`. */
export function taggedEpisode(tags: readonly string[], topic: string, more: Partial<Brief> = {}): Brief {
  const title = 'The long talk'
  const finished = evidence('topic-plays', { topic, finished: 4, of: 5 }, `You finished 4 of 5 episodes about ${topic}.`, 'listening')
  return sampleBrief({
    kind: 'episode',
    style: 'pitch',
    maxWords: 60,
    item: { title, by: 'Open Door' },
    reasons: [{ code: 'topic-match', weight: 1, evidenceIds: [finished.id] }],
    evidence: [
      evidence('item', { title, artist: null, show: 'Open Door' }, `“${title}” is an episode of Open Door.`, 'catalog', title),
      finished,
      evidence('show-plays', { show: 'Open Door', finished: 3, of: 4 }, 'You finished 3 of 4 episodes of Open Door.', 'listening'),
      evidence('episode-tags', { tags }, `“${title}” is tagged ${tags.join(', ')}.`, 'catalog', title),
      evidence('guest', { name: 'Ana Lind' }, `Ana Lind is a guest of “${title}”.`, 'catalog', title),
      evidence('description', { quote: 'A quiet hour with Ana Lind about getting well.' }, `The description of “${title}” says: «A quiet hour with Ana Lind about getting well.»`, 'catalog', title),
    ],
    ...more,
  })
}
