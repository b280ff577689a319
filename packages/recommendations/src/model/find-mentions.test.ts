import { expect, test } from 'vitest'
import { findMentions, topicKey } from './find-mentions.js'

test('topics are found as whole words, however they are spelled', () => {
  const vocabulary = new Map([
    [topicKey('Self-Hosted'), 0],
    [topicKey('home assistant'), 1],
    [topicKey('plex'), 2],
    [topicKey('go'), 3],
  ])
  const mentions = findMentions('A SELF hosted show: Home Assistant, home assistant again, and perplexed people who go away.', vocabulary)
  expect([...mentions]).toEqual([
    [0, 1],
    [1, 2],
  ])
})
