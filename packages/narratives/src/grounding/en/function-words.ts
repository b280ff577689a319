import { wordSet } from './word-set.js'

/** Closed-class words and the plain nouns of the field. They state nothing by themselves. Edit freely; a word that could carry a fact belongs to claim-words. */
export const functionWords = wordSet(`
  a an the this that these those it its itself they them their theirs themselves you your yours yourself
  of in on at by for from to into onto off out over under up down with through between among across along around as about behind beside near until till since toward towards within upon per via
  and or but so if then than while though although yet where when which who whom whose what how why plus
  is are was were be been being has have had having do does did doing can could will would
  its youve youre youll its thats theres heres whats theyre theyve theyd
  here there just too also even instead rather either both such
  one ones another other others thing things something someone somebody anyone
  track tracks song songs record records release releases episode episodes show shows podcast podcasts title titles titled name names named chapter chapters
  minute minutes second seconds hour hours min sec part
  lasts lasting long length side end own called if
`)
