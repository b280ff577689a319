import { wordSet } from './word-set.js'

/** What a listener does with what is heard. */
export const hearing = wordSet('played heard met discovered play hear meet discover encountered spun playing hearing')
/** Of these, the ones that happen once. */
export const firstHearing = wordSet('met meet discovered discover encountered')
/** May stand between "you" and its verb. */
export const hearingFillers = wordSet('have has had havent hasnt hadnt did didnt not never first last only just also already since been ever')
/** Turn a verb with "since" into a last play. */
export const denying = wordSet('not never havent hadnt didnt')
/** May stand between the verb and the name of what is heard. */
export const objectFillers = wordSet('a an the tracks track songs song releases release record records artist label show by of from on off episodes')
/** Open a clause about the name before it. */
export const relativeWords = wordSet('which whom that who')
/** Verbs with which something comes to a listener. */
export const reaching = wordSet('reached reach came found met new')
/** Said of plays, never of whoever is played. */
export const silence = wordSet('silent quiet silence inactive gone vanished stopped quit paused disappeared dormant')
/** Say that plays are meant. */
export const ofListener = wordSet('you your yours youve plays play played')
/** Put words into a mouth. */
export const reporting = wordSet(
  'says said say thinks thought argues argued explains explained claims claimed believes believed admits admitted insists tells told asks asked warns reveals promises recommends calls adds notes suggests concludes wonders',
)
/** Make a question of what follows. */
export const asking = wordSet('whether asks ask asked question questions wonders')
