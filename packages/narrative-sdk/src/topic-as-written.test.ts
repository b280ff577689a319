import { describe, expect, it } from 'vitest'
import { topicAsWritten } from './topic-as-written.js'

describe('a topic', () => {
  it('is written as people write it, whatever the tag has', () => {
    expect(['iphone', 'opnsense', 'linux gaming', 'raspberry pi', 'lfnw', 'value for value'].map((topic) => topicAsWritten(topic, []))).toEqual([
      'iPhone',
      'OPNsense',
      'Linux gaming',
      'Raspberry Pi',
      'LFNW',
      'value for value',
    ])
  })

  it('is written as a text of the episode has its name', () => {
    expect(topicAsWritten('trailbase', ['Why TrailBase is small'])).toBe('TrailBase')
    expect(topicAsWritten('karakeep', ['We show how Karakeep keeps bookmarks.'])).toBe('Karakeep')
    expect(topicAsWritten('dbt', ['A tour of DBT for everybody'])).toBe('DBT')
  })

  it('is no name because a title has capitals, or a sentence begins', () => {
    expect(topicAsWritten('home lab', ['Home lab questions.', 'A Home Lab Tour', 'HOME LAB SPECIAL'])).toBe('home lab')
    expect(topicAsWritten('boosts', ['Reboosts and Boosts'])).toBe('boosts')
  })

  it('stands as it is where it has capitals of its own', () => {
    expect(topicAsWritten('Self-hosting', ['We like self-hosting'])).toBe('Self-hosting')
  })
})
