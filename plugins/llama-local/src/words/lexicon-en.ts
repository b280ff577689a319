const list = (words: string): readonly string[] => words.split(/\s+/u).filter((word) => word !== '')

/** What a sentence of the model's own may begin with, beside a name. */
export const openings = [
  'You',
  'It',
  'This',
  'From',
  'Next',
  'Here',
  'Another',
  'More',
  'Back',
  'Your',
  'In',
  'Since',
  'With',
  'This one',
  'Next is',
  'It is',
  'You played',
]

/** Words that state nothing by themselves: whatever the facts are, they may stand between their names and numbers. */
export const freeWords = list(`
  a the this that these those it its you your of in on at by for from to into onto off out over up down with through between among across along
  around as about behind beside near until since toward towards and or but so if then than while though although where when which who whom whose
  what how is are was were be been has had there here just too also even instead one another other others next further back away track tracks song
  record records release releases title part hear meet follow cross stay return come go keep take give let leave start try find look turn step
  bring carry hold fit sit stand wait open pick lead reach worth fair good fine plain simple small little curious gentle easy natural shelf door
  corner road way path thread line neighbour company family surprise ear listen fresh familiar different played plays play came
`)

/** Words that state something: free only in a sentence whose facts say them. */
export const boundWords = list(
  'first last only longest long fewer more have same compilation artist artists remix catalogue finished episodes about no label labels tagged people listeners stopped found times also',
)
