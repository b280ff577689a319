import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import type { PlanMenu, PlanOption } from './plan-options.js'

/** What is told, in this order. */
export type Plan = readonly PlanOption[]

/** Every plan that a menu allows, by the code that the model writes for it: why first, or the detail first. */
export function listPlans({ leads, details, last }: PlanMenu, request: NarrativeRequest): ReadonlyMap<string, Plan> {
  const room = request.maxWords - (last?.leastWords ?? 0)
  const fits = (plan: Plan): boolean => plan.reduce((sum, { leastWords }) => sum + leastWords, 0) <= room && !saysTwice(plan)
  const pairs =
    leads.length > 0
      ? leads.flatMap((lead) =>
          details.flatMap((detail) => [
            [lead, detail],
            [detail, lead],
          ]),
        )
      : orderedPairs(details)
  const alone = (leads.length > 0 ? leads : details).map((option) => [option])
  const long = pairs.filter(fits)
  const plans = long.length > 0 ? long : alone
  return new Map(plans.map((plan) => [plan.map(({ code }) => code).join('; '), last === null ? plan : [...plan, last]]))
}

function orderedPairs(options: readonly PlanOption[]): readonly (readonly PlanOption[])[] {
  return options.flatMap((one, index) => options.slice(index + 1).map((other) => [one, other]))
}

/** A name or a fact that one sentence has said is not said again by the next. */
function saysTwice(plan: Plan): boolean {
  const [one, other] = plan
  return (
    one !== undefined &&
    other !== undefined &&
    ([...other.says].some((text) => text.length > 3 && one.says.has(text)) || other.facts.some((fact) => one.facts.includes(fact)))
  )
}
