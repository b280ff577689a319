import { useQuery } from 'urql'
import { Link } from '../app/link'
import { portraitQuery, type ListenerAnswer } from '../listeners/listener.documents'
import { listenerName } from '../listeners/listener-name'
import { tieSigns } from '../words/tie-signs'
import css from './portrait.module.css'
import { NOBODY, settingsHref, type Settings } from './settings'

interface PortraitProps {
  readonly settings: Settings
  readonly listener: string
  /** Whose list it is; of two, both. */
  readonly names: string
  readonly listeners: readonly ListenerAnswer[]
}

const nobody = { externalId: NOBODY, displayName: 'Nobody' }
const withoutHistory = 'No history is read here. What many play, and a piece from each corner of the catalogue.'
const unknown = 'Nobody here is known by that id, so no history is read.'

/** Whose list it is: their name, what their history says of them, and how to read as somebody else. */
export function Portrait({ settings, listener, names, listeners }: PortraitProps) {
  const quick = listeners.length === 0 ? [] : [...listeners.filter(({ displayName }) => displayName !== null).slice(0, 3), nobody]
  return (
    <header className={css.portrait}>
      <h1 className={css.name}>For {names}</h1>
      <div className={css.about}>
        {/* Of two, each list has its own. */}
        {settings.beside === null ? <Summary listener={listener} /> : null}
        <ul className={css.quick} aria-label="Read as">
          {quick.map((one) => (
            <li key={one.externalId}>
              <Link
                href={settingsHref({ ...settings, listener: one.externalId, beside: null })}
                aria-current={one.externalId === listener ? 'true' : undefined}
              >
                {listenerName(one)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </header>
  )
}

/** What the history of a listener says of them, in plain words. */
export function Summary({ listener }: { readonly listener: string }) {
  const [{ data, fetching, error }] = useQuery({ query: portraitQuery, variables: { externalId: listener }, pause: listener === NOBODY })
  const words = listener === NOBODY ? withoutHistory : (data?.listener?.taste.summary ?? (fetching || error ? '' : unknown))
  return <p className={css.summary}>{tieSigns(words)}</p>
}
