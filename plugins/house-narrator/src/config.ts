import { z } from 'zod'

export const config = z.strictObject({
  /** May a sentence speak of the listener's own past ("You played C-Doc 212 times in 2016")? Without, the house tells only what the catalogue and the audience prove. */
  callbacks: z.boolean().default(true),
})

export type HouseConfig = z.output<typeof config>
