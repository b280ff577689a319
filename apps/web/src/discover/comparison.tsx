import { useState, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { FailureNotice } from '../app/failure-notice'
import select from '../design/select.module.css'
import { compareQuery, type NarrativeAnswer, type ProviderAnswer } from '../narratives/narrative.documents'
import { ToldNarrative } from '../narratives/told-narrative'
import { providerLabel, useProviders } from '../narratives/use-providers'
import type { ItemAnswer } from './discover.documents'
import css from './inside.module.css'
import { NOBODY } from './settings'

interface ComparisonProps {
  readonly item: ItemAnswer
  readonly listener: string
}

/** One brief, written by two narrators. */
export function Comparison({ item, listener }: ComparisonProps) {
  const able = useProviders().filter(({ capabilities }) => capabilities.kinds.includes(item.__typename === 'Track' ? 'TRACK' : 'EPISODE'))
  const [picked, setPicked] = useState<readonly [string | null, string | null]>([null, null])
  const first = able.find(({ key }) => key === picked[0]) ?? able[0]
  const second = able.find(({ key }) => key === picked[1]) ?? able.find(({ key, health }) => key !== first?.key && health.state !== 'DOWN') ?? able[1]
  if (!first || !second) return null
  return (
    <section className={css.section}>
      <h4 className={css.heading}>The same facts, two narrators</h4>
      <Pair item={item} listener={listener} providers={[first.key, second.key]}>
        <ProviderSelect label="First narrator" providers={able} chosen={first} onChoose={(key) => setPicked([key, second.key])} />
        <ProviderSelect label="Second narrator" providers={able} chosen={second} onChoose={(key) => setPicked([first.key, key])} />
      </Pair>
    </section>
  )
}

interface PairProps extends ComparisonProps {
  readonly providers: [string, string]
  /** Heads of the two columns. */
  readonly children: readonly [ReactNode, ReactNode]
}

function Pair({ item, listener, providers, children }: PairProps) {
  const variables = { itemId: item.id, listenerId: listener === NOBODY ? null : listener, providers }
  const [{ data, error, fetching }, ask] = useQuery({ query: compareQuery, variables })
  const answers = data?.compareNarratives ?? []
  return (
    <>
      <div className={css.pair}>
        {children.map((head, index) => (
          <div key={index}>
            {head}
            <Answer answer={answers[index]} stale={fetching} />
          </div>
        ))}
      </div>
      <p className={css.soft} role="status">
        {fetching ? 'They are writing …' : sameWords(answers) ? 'Both in the same words.' : ''}
      </p>
      {error && !fetching ? <FailureNotice what="They did not answer." error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
    </>
  )
}

function Answer({ answer, stale }: { readonly answer: NarrativeAnswer | undefined; readonly stale: boolean }) {
  if (answer === undefined) return null
  return (
    <div className={css.answer} data-stale={stale}>
      {answer.__typename === 'Narrative' ? <ToldNarrative narrative={answer} asked /> : <p className={css.soft}>Nothing: {answer.message}</p>}
    </div>
  )
}

function sameWords([one, other]: readonly NarrativeAnswer[]): boolean {
  return one?.__typename === 'Narrative' && other?.__typename === 'Narrative' && one.text === other.text
}

interface ProviderSelectProps {
  readonly label: string
  readonly providers: readonly ProviderAnswer[]
  readonly chosen: ProviderAnswer
  readonly onChoose: (key: string) => void
}

function ProviderSelect({ label, providers, chosen, onChoose }: ProviderSelectProps) {
  return (
    <label>
      <span className={css.soft}>{label}</span>
      <span className={select.box}>
        <select value={chosen.key} onChange={(event) => onChoose(event.target.value)}>
          {providers.map((provider) => (
            <option key={provider.key} value={provider.key}>
              {providerLabel(provider)}
            </option>
          ))}
        </select>
      </span>
    </label>
  )
}
