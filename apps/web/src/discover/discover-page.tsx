import { useCallback, useEffect, useMemo, useState } from 'react'
import { FailureNotice } from '../app/failure-notice'
import { navigate } from '../app/use-route'
import { useFeedback } from '../feedback/use-feedback'
import type { ListenerAnswer } from '../listeners/listener.documents'
import { listenerName } from '../listeners/listener-name'
import { useListeners, type Listeners } from '../listeners/use-listeners'
import { Dial } from './dial'
import css from './discover-page.module.css'
import { DiscoverSkeleton } from './discover-skeleton'
import type { RecommendationAnswer } from './discover.documents'
import { overlapWords } from './overlap-words'
import { Portrait } from './portrait'
import { RecommendationList } from './recommendation-list'
import { NOBODY, readSettings, settingsHref, type Settings } from './settings'
import { SettingsBar } from './settings-bar'
import { useDialEffect } from './use-dial-effect'

/** What to hear next, and why: for one listener, for nobody, or for two side by side. */
export function DiscoverPage({ query }: { readonly query: URLSearchParams }) {
  const settings = useMemo(() => readSettings(query), [query])
  const { status, listeners, error, retry } = useListeners()
  const change = useCallback((next: Partial<Settings>) => navigate(settingsHref({ ...settings, ...next }), { replace: 'dial' in next }), [settings])
  const listener = settings.listener ?? firstOf(listeners, status)
  // What is shown without being asked for is in the address, too, so that it can be sent to somebody.
  useEffect(() => {
    if (settings.listener === null && listener !== null) navigate(settingsHref({ ...settings, listener }), { replace: true })
  }, [settings, listener])
  if (listener !== null) return <Discover settings={settings} listener={listener} listeners={listeners} onChange={change} />
  return status === 'failed' ? <FailureNotice what="Nobody could be asked for." error={error} onRetry={retry} /> : <DiscoverSkeleton />
}

interface DiscoverProps {
  readonly settings: Settings
  readonly listener: string
  readonly listeners: readonly ListenerAnswer[]
  readonly onChange: (change: Partial<Settings>) => void
}

function Discover({ settings, listener, listeners, onChange }: DiscoverProps) {
  const { beside } = settings
  const feedback = useFeedback()
  const name = nameOf(listener, listeners)
  const { effect, onList } = useDialEffect(settings, listener, name)
  const [shown, setShown] = useState<Shown>({})
  const onFirst = useCallback(
    (list: readonly RecommendationAnswer[]) => {
      onList(list)
      setShown((before) => ({ ...before, [listener]: itemsOf(list) }))
    },
    [onList, listener],
  )
  const onSecond = useCallback(
    (list: readonly RecommendationAnswer[]) => beside !== null && setShown((before) => ({ ...before, [beside]: itemsOf(list) })),
    [beside],
  )
  const setDial = useCallback((dial: number) => onChange({ dial }), [onChange])
  const besideName = beside === null ? null : nameOf(beside, listeners)
  return (
    <>
      <Portrait settings={settings} listener={listener} names={besideName === null ? name : `${name} and ${besideName}`} listeners={listeners} />
      <SettingsBar settings={settings} listeners={listeners} onChange={onChange}>
        <Dial value={settings.dial} onChange={setDial} effect={effect} disabled={listener === NOBODY} />
      </SettingsBar>
      <p className={css.hint} data-two={beside !== null}>
        Touch an underlined passage to see what it rests on. <span role="status">{beside === null ? '' : overlapWords(shown[listener], shown[beside])}</span>
      </p>
      <div className={css.lists} data-two={beside !== null}>
        <RecommendationList key={listener} settings={settings} listener={listener} name={name} headed={beside !== null} feedback={feedback} onList={onFirst} />
        {beside === null || besideName === null ? null : (
          <RecommendationList key={beside} settings={settings} listener={beside} name={besideName} headed feedback={feedback} onList={onSecond} />
        )}
      </div>
    </>
  )
}

/** What is on the list of each listener, by their external id. */
type Shown = Readonly<Record<string, readonly string[]>>

const itemsOf = (list: readonly RecommendationAnswer[]): readonly string[] => list.map(({ item }) => item.id)

/** Where nobody was chosen yet: the first of the made-up listeners. A real one's history is never opened unasked. */
function firstOf(listeners: readonly ListenerAnswer[], status: Listeners['status']): string | null {
  if (status !== 'ready') return null
  return listeners.find(({ synthetic }) => synthetic)?.externalId ?? NOBODY
}

function nameOf(externalId: string, listeners: readonly ListenerAnswer[]): string {
  if (externalId === NOBODY) return 'nobody in particular'
  const listener = listeners.find((one) => one.externalId === externalId)
  // Until the names have come, none is better than a wrong one.
  return listener === undefined && listeners.length === 0 ? '…' : listenerName(listener ?? { externalId, displayName: null })
}
