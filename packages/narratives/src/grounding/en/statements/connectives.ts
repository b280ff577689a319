import type { Connectives } from '../../statements/connectives.js'

/** What holds English sentences together. Edit freely. */
export const englishConnectives: Connectives = {
  boundary: /[;:()—–,]|\b(?:and|but|while|with|which|who|whom|that|though|although|so|where|when|yet|then)\b/giu,
  joint: /^[\s;:()—–,]*(?:and|but|while|with|which|who|whom|that|though|although|so|where|when|yet|then)\b/iu,
  relative: /^[,\s]*(?:of )?(?:which|whom|who|whose)\b/iu,
  pronoun: /\b(?:they|them|their|theirs|it|its|this|that|these)\b/iu,
  listener: /\byou(?:[’'](?:ve|d))?\b/iu,
  finished: /\b(?:finished|completed|made it (?:through|to the end)|heard (?:out|to the end))\b/iu,
  started: /\b(?:started|played|began|begun)\b/iu,
}
