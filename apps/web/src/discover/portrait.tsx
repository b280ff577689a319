import { useQuery } from 'urql'
import { Link } from '../app/link'
import { portraitQuery, type ListenerAnswer } from '../listeners/listener.documents'
import { listenerName } from '../listeners/listener-name'
import css from './portrait.module.css'
import { NOBODY, settingsHref, type Settings } from './settings'

interface PortraitProps {
  readonly settings: Settings
  readonly listener: string
  readonly name: string
  readonly listeners: readonly ListenerAnswer[]
}

const nobody = { externalId: NOBODY, displayName: 'Nobody in particular', synthetic: false }
const withoutHistory = 'No history is read here. What many play, and a piece from each corner of the catalogue.'

/** Whose list it is: their name, what their history says of them, and how to read as somebody else. */
export function Portrait({ settings, listener, name, listeners }: PortraitProps) {
  const [{ data, fetching }] = useQuery({ query: portraitQuery, variables: { externalId: listener }, pause: listener === NOBODY })
  const portrait = listener === NOBODY ? null : (data?.listener ?? null)
  const quick = [...listeners.filter(({ displayName }) => displayName !== null).slice(0, 3), nobody]
  return (
    <header className={css.portrait}>
      <h1 className={css.name}>For {name}</h1>
      <div className={css.about}>
        <p className={css.summary} data-waiting={fetching && portrait === null}>
          {listener === NOBODY ? withoutHistory : (portrait?.taste.summary ?? (fetching ? '' : 'Nobody here is known by that id, so no history is read.'))}
        </p>
        <ul className={css.quick} aria-label="Read as">
          {quick.map((one) => (
            <li key={one.externalId}>
              <Link
                href={settingsHref({ ...settings, listener: one.externalId, beside: null })}
                aria-current={one.externalId === listener ? 'true' : undefined}
              >
                {one.externalId === NOBODY ? 'Nobody' : listenerName(one)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </header>
  )
}
