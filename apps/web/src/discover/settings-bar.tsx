import { useId, useState, type ReactNode } from 'react'
import select from '../design/select.module.css'
import { ListenerChooser } from '../listeners/listener-chooser'
import type { ListenerAnswer } from '../listeners/listener.documents'
import { listenerName } from '../listeners/listener-name'
import { providerLabel, useProviders } from '../narratives/use-providers'
import type { ProviderAnswer } from '../narratives/narrative.documents'
import { kindChoices, NOBODY, recipes, type RecipeKey, type Settings } from './settings'
import css from './settings-bar.module.css'

interface SettingsBarProps {
  readonly settings: Settings
  readonly listeners: readonly ListenerAnswer[]
  readonly onChange: (change: Partial<Settings>) => void
  /** The dial, which stands beside the rest and is never folded away. */
  readonly children: ReactNode
}

const nobody = { externalId: NOBODY, displayName: 'Nobody in particular' }

/** What the list is made of. On a phone all but the dial folds away, because the sentences come first. */
export function SettingsBar({ settings, listeners, onChange, children }: SettingsBarProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const providers = useProviders()
  const recipe = recipes.find(({ key }) => key === settings.recipe)
  const beside = listeners.find(({ externalId }) => externalId === settings.beside)
  const kinds = kindChoices.find(({ key }) => key === settings.kinds)
  return (
    <section className={css.bar} aria-label="What the list is made of">
      <button type="button" className={css.fold} aria-expanded={open} aria-controls={`${id}-folded`} onClick={() => setOpen(!open)}>
        <span>
          {recipe?.label}, {kinds?.key === '' ? 'music and podcasts' : kinds?.label.toLowerCase()}
        </span>
        <span className={css.foldMark}>{open ? 'Done' : 'Change'}</span>
      </button>
      <div id={`${id}-folded`} className={css.folded} data-open={open}>
        <fieldset className={css.kinds}>
          <legend className={css.label}>Music or podcasts</legend>
          {kindChoices.map(({ key, label }) => (
            <label key={key}>
              <input type="radio" name={`${id}-kinds`} value={key} checked={settings.kinds === key} onChange={() => onChange({ kinds: key })} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <Choice label="Which list" about={recipe?.about ?? ''} value={settings.recipe} onChange={(key) => onChange({ recipe: key as RecipeKey })}>
          {recipes
            .filter(({ key }) => key !== 'from-this' || settings.seed !== null)
            .map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
        </Choice>
        <Choice
          label="Told by"
          about={aboutNarrator(settings.narrator, providers)}
          value={settings.narrator ?? ''}
          onChange={(key) => onChange({ narrator: key === '' ? null : key })}
        >
          <option value="">The house order</option>
          {providers.map((provider) => (
            <option key={provider.key} value={provider.key}>
              {providerLabel(provider)}
            </option>
          ))}
        </Choice>
        <ListenerChooser
          label="Read as, by name"
          listeners={listeners}
          others={[nobody]}
          chosen={settings.listener}
          onChoose={(externalId) => onChange({ listener: externalId, beside: null })}
        />
        <div>
          <ListenerChooser
            label={beside ? `Beside ${listenerName(beside)}` : 'Beside another listener'}
            listeners={listeners.filter(({ externalId }) => externalId !== settings.listener)}
            chosen={settings.beside}
            onChoose={(externalId) => onChange({ beside: externalId })}
          />
          {settings.beside === null ? (
            <p className={css.about}>To see that the sentences differ.</p>
          ) : (
            <button type="button" className={css.clear} onClick={() => onChange({ beside: null })}>
              Read one list again
            </button>
          )}
        </div>
      </div>
      <div className={css.dial}>{children}</div>
    </section>
  )
}

/** Who tells it. Why one is not here stands in the comparison inside of each piece. */
function aboutNarrator(narrator: string | null, providers: readonly ProviderAnswer[]): string {
  if (narrator === null) return 'Whoever is first and ready.'
  const { health } = providers.find(({ key }) => key === narrator) ?? {}
  return health?.state === 'DOWN' ? 'Not here now: another one tells it.' : 'If it cannot, another one does, and says so.'
}

interface ChoiceProps {
  readonly label: string
  readonly about: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, about, value, onChange, children }: ChoiceProps) {
  const id = useId()
  return (
    <div className={css.choice}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <span className={select.box}>
        <select id={id} value={value} aria-describedby={`${id}-about`} onChange={(event) => onChange(event.target.value)}>
          {children}
        </select>
      </span>
      <p id={`${id}-about`} className={css.about}>
        {about}
      </p>
    </div>
  )
}
