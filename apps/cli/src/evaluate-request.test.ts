import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEvaluateRequest } from './commands/evaluate-request.js'
import { UsageError } from './failures.js'

const defaults = { holdout: '0.2', models: 'popularity,ease', k: '10,20', minItemUsers: '3', calibrationTags: '100', seed: '1' }
const three = { interactions: 'a.tsv', foldIn: 'b.tsv', test: '/c.tsv' }

describe('what the user typed', () => {
  it('becomes a request; relative paths start where it was typed, names stay as typed', () => {
    const request = parseEvaluateRequest('/home/ann', undefined, { ...defaults, ...three, tags: '../tags.tsv' })
    expect(request).toEqual({
      sources: {
        interactions: { name: 'a.tsv', path: path.resolve('/home/ann/a.tsv') },
        foldIn: { name: 'b.tsv', path: path.resolve('/home/ann/b.tsv') },
        test: { name: '/c.tsv', path: path.resolve('/c.tsv') },
      },
      tags: { name: '../tags.tsv', path: path.resolve('/home/tags.tsv') },
      friends: null,
      writeSplit: null,
      models: ['popularity', 'ease'],
      ks: [10, 20],
      minItemUsers: 3,
      calibrationTags: 100,
      calibrate: null,
      seed: 1,
    })
    expect(parseEvaluateRequest('/', 'all.tsv', { ...defaults, split: 'user', writeSplit: 'parts' })).toMatchObject({
      sources: { whole: { name: 'all.tsv' }, holdout: 0.2 },
      writeSplit: path.resolve('/parts'),
    })
  })

  it.each([
    ['--interactions is missing', undefined, {}],
    ['--test is missing', undefined, { interactions: 'a', foldIn: 'b' }],
    ['--split needs a file', undefined, { split: 'user' }],
    ['--split expects `user`, not item', 'all.tsv', { split: 'item' }],
    ['give one of them', 'all.tsv', { split: 'user', test: 'x' }],
    ['add --split user', 'all.tsv', three],
    ['--write-split needs --split', undefined, { ...three, writeSplit: 'x' }],
    ['there is no model "knn"', undefined, { ...three, models: 'ease,knn' }],
    ['names one twice', undefined, { ...three, models: 'ease,ease' }],
    ['names one twice', undefined, { ...three, k: '10, 10' }],
    ['--k expects a whole number', undefined, { ...three, k: '10,' }],
    ['--k expects a whole number', undefined, { ...three, k: '0' }],
    ['--holdout expects a share', 'all.tsv', { split: 'user', holdout: '1.5' }],
    ['--holdout expects a share', 'all.tsv', { split: 'user', holdout: '0.0' }],
    ['--min-item-users expects', undefined, { ...three, minItemUsers: '0' }],
    ['--calibrate needs --tags', undefined, { ...three, calibrate: true }],
    ['--calibrate expects a share', undefined, { ...three, tags: 't', calibrate: '1' }],
    ['--seed expects', undefined, { ...three, seed: 'x' }],
  ])('is refused where it is wrong: %s', (message, file, options) => {
    const parse = () => parseEvaluateRequest('/', file, { ...defaults, ...options })
    expect(parse).toThrow(UsageError)
    expect(parse).toThrow(message)
  })
})
