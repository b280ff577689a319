import { hrefOf, type PagePath } from '../app/route'

/** The lists that the page offers, by the names of their recipes (docs/recipes.md). '' is the usual one. */
export const recipes = [
  { key: '', label: 'Discover', about: 'What to hear next, near and far.' },
  { key: 'rediscover', label: 'Rediscover', about: 'Played often once, and then not for long.' },
  { key: 'hidden-gems', label: 'Hidden gems', about: 'Near your taste, found by few.' },
  { key: 'fresh', label: 'Fresh', about: 'Out lately, by those you play or near them.' },
  { key: 'from-this', label: 'From here', about: 'Leads on from what you picked in the search.' },
  { key: 'non-profiled', label: 'Without a profile', about: 'Reads nobody’s history at all.' },
] as const
export type RecipeKey = (typeof recipes)[number]['key']

export const kindChoices = [
  { key: '', label: 'Both' },
  { key: 'music', label: 'Music' },
  { key: 'podcasts', label: 'Podcasts' },
] as const
export type KindChoice = (typeof kindChoices)[number]['key']

/** Nobody in particular, as the address says it. */
export const NOBODY = 'nobody'
const USUAL_DIAL = 0.3

export interface Settings {
  /** The id that the client's own system knows a listener by; null: not chosen yet. */
  readonly listener: string | null
  /** A second listener, side by side. */
  readonly beside: string | null
  readonly kinds: KindChoice
  readonly recipe: RecipeKey
  /** Where `from-this` leads on from. */
  readonly seed: string | null
  /** Adventurousness, 0 to 1 in steps of a tenth. */
  readonly dial: number
  /** Key of the narrator that is asked; null: the configured order. */
  readonly narrator: string | null
}

/** What the address says. What it says wrongly counts as not said. */
export function readSettings(query: URLSearchParams): Settings {
  const said = query.get('dial')
  const dial = said === null || said.trim() === '' ? Number.NaN : Number(said)
  const recipe = recipes.find(({ key }) => key === query.get('list'))?.key ?? ''
  const seed = query.get('seed') || null
  return {
    listener: query.get('listener') || null,
    beside: query.get('beside') || null,
    kinds: kindChoices.find(({ key }) => key === query.get('kinds'))?.key ?? '',
    recipe: recipe === 'from-this' && seed === null ? '' : recipe,
    seed,
    dial: dial >= 0 && dial <= 1 ? Math.round(dial * 10) / 10 : USUAL_DIAL,
    narrator: query.get('narrator') || null,
  }
}

/** The address that says it. */
export function settingsHref(settings: Settings, page: PagePath = '/'): string {
  return hrefOf(page, {
    listener: settings.listener,
    beside: settings.beside,
    kinds: settings.kinds,
    list: settings.recipe,
    seed: settings.recipe === 'from-this' ? settings.seed : null,
    dial: settings.dial === USUAL_DIAL ? null : String(settings.dial),
    narrator: settings.narrator,
  })
}

/** What is asked of the API for one of the listeners. */
export function toRecommendInput(settings: Settings, listener: string) {
  const kinds: ('TRACK' | 'EPISODE')[] = settings.kinds === 'music' ? ['TRACK'] : settings.kinds === 'podcasts' ? ['EPISODE'] : ['TRACK', 'EPISODE']
  return {
    kinds,
    adventurousness: settings.dial,
    ...(listener === NOBODY ? { nonProfiled: true } : { listenerId: listener }),
    ...(settings.recipe === '' ? {} : { recipe: settings.recipe }),
    ...(settings.recipe === 'from-this' && settings.seed !== null ? { seedIds: [settings.seed] } : {}),
  }
}
