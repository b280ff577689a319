import { wordSet } from './word-set.js'

/**
 * Ground on which nothing is said about a person. `words` are refused outside names and quotations; as the tag of an episode or a release they may stand
 * where the clause does not speak of "you". `phrases` are patterns, refused wherever they stand outside names: they speak to the listener. Edit freely.
 */
export interface SensitiveGround {
  readonly words: ReadonlySet<string>
  readonly phrases: readonly string[]
}

const you = String.raw`(?:you|youre|youve|youd|youll|u)`
const occasion =
  'commutes?|workouts?|gym|runs?|running|jog|drives?|driving|road ?trips?|bedtime|bed|sleep|sleeping|studying|study|homework|work|working|office|dinner|dates?|party|parties|breakups?|rainy days?|sundays?|mondays?|mornings?|evenings?|nights?|nightfall|weekends?|summer|winter|autumn|spring|holidays?|vacations?|chores?|cooking|cleaning|shower|coffee|baby|kids|bath|yoga|meditation|relaxing|relaxation|unwinding|focus|concentration|hangovers?|mood'

export const sensitiveGround: Readonly<Record<string, SensitiveGround>> = {
  mood: {
    words: wordSet(
      'sad sadness lonely loneliness happy unhappy heartbroken cry crying tears mood moods moody feeling feelings feel feels felt stressed stress bored boredom angry anger upset cheerful melancholic nostalgic homesick down-hearted blue-hearted jealous ashamed shame guilt guilty desperate despair hopeless miserable gloomy',
    ),
    phrases: [
      String.raw`\b(?:when|if|while|whenever|because|since|as|now that) ${you}(?: are|re)?\s?(?:feel|feeling|down|low|blue|alone|sad|need|want(?! to (?:hear|play|try|follow))|cant|cannot|miss|hurt|lost|busy|home|in the mood|up late|awake|over)\b`,
      String.raw`\b(?:cheer|calm|lift|pick|wind|slow) ${you} (?:up|down)\b`,
      String.raw`\byour (?:mood|feelings|soul|heart|spirit|day|week|mind|nerves|worries|troubles|pain)\b`,
      String.raw`\b(?:to|help you|helps you|let you|lets you) (?:unwind|relax|cope|heal|focus|concentrate|forget|escape|dream)\b`,
      String.raw`\bhow you(?:re| are|ve| have)? (?:doing|feeling|been|holding)\b|\byou have (?:faith|hope|doubts|fears?)\b|\b(?:dont|do not|please) (?:cry|worry|be sad|give up)\b|\btakes? your mind off\b|\bneed a (?:hug|lift|break|friend)\b`,
    ],
  },
  health: {
    words: wordSet(
      'depressed depression anxious anxiety therapy therapist illness ill sick sickness health healthy unhealthy mental pregnant pregnancy drunk hungover addicted addiction sober sobriety insomnia disabled disability diagnosis diagnosed cancer disease medication medicine pill pills patient symptoms suicidal suicide autism autistic adhd bipolar dementia obese overweight diet fat blind deaf hospital doctor pain',
    ),
    phrases: [String.raw`\byour (?:health|body|weight|doctor|condition|recovery|treatment|diagnosis|therapist)\b`],
  },
  sleep: { words: wordSet('sleep sleeping asleep sleepless tired exhausted exhaustion awake bedtime nap fatigue'), phrases: [] },
  relationships: {
    words: wordSet(
      'single married marriage wife husband spouse girlfriend boyfriend fiance fiancee mother father mum mom mommy dad daddy parent parents son daughter child children kids baby toddler widow widowed divorced divorce breakup heartbreak grief grieving bereaved orphan grandmother grandfather dating romance romantic lover lovers wedding engaged',
    ),
    phrases: [
      String.raw`\b(?:as|for) (?:an? |the |any )?(?:\w+ )?(?:father|mother|parent|mum|mom|dad|husband|wife|widow|widower|student|teacher|nurse|veteran|christian|muslim|jew|hindu|woman|man|girl|boy|teen|teenager|pensioner|worker|boss|german|american|indian|foreigner|immigrant)s?\b`,
      String.raw`\byour (?:\w+ )?(?:wife|husband|partner|ex|girlfriend|boyfriend|family|kids?|child|children|son|daughter|mother|father|mum|mom|dad|parents|friends?|neighbou?rs?|colleagues?|boss)\b`,
      String.raw`\byour (?:kind|type|sort) of (?:people|person|crowd|man|woman|guy|girl|folks?)\b|\bpeople like (?:you|us|them)\b|\bsomeone like you\b|\byou people\b`,
    ],
  },
  religion: {
    words: wordSet(
      'religion religions religious christian christians christianity catholic catholics protestant evangelical muslim muslims islam islamic jewish jew jews judaism hindu hindus hinduism buddhist buddhists sikh mormon atheist atheists atheism agnostic believer believers faith pray prays prayer prayers church mosque synagogue temple bible quran koran allah priest pastor imam rabbi',
    ),
    phrases: [String.raw`\byour (?:god|faith|church|mosque|temple|prayers?|religion|beliefs?|lord)\b`, String.raw`\bgod (?:bless|willing|knows)\b`],
  },
  politics: {
    words: wordSet(
      'politics political politically politician republican republicans democrat democrats conservative conservatives liberal liberals leftist rightwing leftwing socialist communist fascist nazi nationalist patriot patriotic feminist feminism woke vote votes voter voters voting election elections trump biden putin brexit maga antifa immigrant immigrants refugee refugees',
    ),
    phrases: [String.raw`\byour (?:politics|vote|party|side|views?|values|opinions?)\b`],
  },
  age: {
    words: wordSet(
      'age aged ages aging ageing elderly senior seniors pensioner retired retirement teenager teenagers teen teens adolescent youth youthful childhood boomer boomers millennial millennials',
    ),
    phrases: [
      String.raw`\b(?:at|of|for) your (?:age|generation|years)\b|\byour (?:generation|childhood|youth|school ?days|teens|twenties|thirties|forties|fifties|sixties|birthday)\b|\byou grew up\b|\bwhen you were\b`,
    ],
  },
  money: {
    words: wordSet(
      'rich poor poverty wealthy wealth broke salary income debt debts unemployed jobless unemployment rent mortgage luxury bankrupt cheap expensive afford affordable',
    ),
    phrases: [String.raw`\byour (?:money|wallet|budget|salary|job|career|rent|savings|debts?|bank)\b`],
  },
  sexuality: {
    words: wordSet(
      'gay lesbian bisexual straight-acting homosexual heterosexual trans transgender queer lgbt lgbtq nonbinary sex sexual sexy sexuality erotic virgin gender masculine feminine',
    ),
    phrases: [String.raw`\byour (?:gender|sexuality|orientation|body)\b`],
  },
  origin: {
    words: wordSet(
      'race racial ethnic ethnicity caste tribe tribal exotic oriental gypsy negro coloured migrant migrants foreigner foreigners native natives accent',
    ),
    phrases: [
      String.raw`\byour (?:country|people|culture|roots|heritage|homeland|race|skin|accent|hometown|city|town|neighbou?rhood|home)\b`,
      String.raw`\bwhere you(?:re)? (?:are |come |live|from)`,
    ],
  },
  occasion: {
    words: wordSet('commute commuting commuter workout workouts gym hangover'),
    phrases: [
      String.raw`\b(?:small|wee) hours\b|\bhours you (?:keep|work|sleep)\b`,
      String.raw`\b(?:perfect|ideal|great|good|made|right|best|suited|suits|fit|fits|fitting|meant|tailored|something|one|music|song|track|record|episode|just) for (?:(?:your|a|an|the|those|these|that|any|long|late|lazy|rainy|quiet|slow|sunday|monday|friday|saturday|early|next|tonights?|todays?|every) ){0,3}(?:${occasion})\b`,
      String.raw`\b(?:after|before|during|through|for|on) (?:a|an|your|the|this|that) (?:(?:long|hard|bad|rough|busy|tough|late|rainy|lazy|quiet|slow|early|sleepless|sunday|monday|friday|saturday) ){1,2}(?:day|week|shift|night|morning|evening|month|year|afternoon|${occasion})\b`,
      String.raw`\b(?:your|on the|on your|during your|through your) (?:commute|workouts?|gym|morning run|evening run|run|drive|bedtime|sleep|studies|homework|dinner|date|breakup|hangover|shower|coffee|yoga|holidays?|vacation|lunch|breakfast|walk)\b`,
    ],
  },
  guess: {
    words: wordSet(''),
    phrases: [
      String.raw`\b${you} (?:must|should|might|may (?!follow|want|try|hear)|could|probably|surely|clearly|obviously|seem|seems|look|sound|appear|tend|secretly|deep down)\b`,
      String.raw`\b(?:we|i|they) (?:know|guess|bet|think|see|noticed?|can tell|suspect|hear|sense|imagine)\b`,
      String.raw`\byou(?:re| are) (?:an? |the |such |so |very |really |always |never |quite )*(?:kind|type|sort|person|someone|somebody|one who|fan|lover|in love|into|going through|feeling|having|trying|looking|ready|over|alone|home|back from|stuck|still)\b`,
      String.raw`\b(?:says|tells|reveals|shows) (?:a lot |something |much )?about (?:you|who you)\b|\bwho you (?:are|really)\b|\bsuits your (?:personality|character|taste|temperament)\b|\byour (?:personality|character|secret|guilty pleasure|dark side|inner|obsession|addiction|habit|life|lifestyle|story)\b`,
    ],
  },
}
