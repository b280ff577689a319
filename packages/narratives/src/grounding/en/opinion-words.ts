import { wordSet } from './word-set.js'

/**
 * The closed vocabulary of our opinions, verbs of hearing and going first. A clause that needs one of these is marked as opinion.
 * No word here may say how something sounds, sells or feels, or who somebody is: those are claims. Edit freely.
 */
export const opinionWords = wordSet(`
  hear hears hearing meet meets meeting follow follows following cross crosses crossing stay stays staying return returns returning
  come comes coming go goes going get gets keep keeps keeping take takes taking give gives giving let lets leave leaves start starts starting begin begins
  try tries find finds look looks turn turns step steps walk wander bring brings carry carries hold holds fit fits sit sits stand stands wait waits open opens close closes
  put puts set sets run runs pick picks point points land lands lead leads reach reaches pass passes pull pulls move moves belong belongs answer answers
  call calls says say make makes save expect expects sermon promise promises hint hints nod nods wink invite invites ask asks
  next further nearby ahead back away along onward onwards straight sideways
  worth fair good fine plain simple small little tidy neat handy modest honest curious gentle easy natural obvious likely
  perhaps maybe everything anything way ways road path door doors corner corners room shelf shelves place spot bridge detour shortcut thread threads line lines hop skip jump stop neighbour neighbours neighbourhood territory
  piece word words case story reason reasons clue start point family company cousin cousins kin sibling relative relatives surprise
  fill fills filled filling slice slices helping helpings offer offers offered
  ear ears listen minute evening fresh unfamiliar familiar different else wise hand hands time question
  dip dips dipped dipping
  round supply yours hand yet got passed passing ends lie lies lay listed
  well exactly right really almost nearly roughly simply alone advice far may might want lot bit gamble bet chance help helps mean means hurry rush brought brings went takes took turned turns stretch stretches stretched yet
`)
