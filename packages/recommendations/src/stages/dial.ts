/** A number that the dial moves in a straight line: what it is at adventurousness 0 and at 1. */
export interface Dial {
  readonly familiar: number
  readonly adventurous: number
}

/** The number at an adventurousness, 0 to 1. */
export const between = ({ familiar, adventurous }: Dial, adventurousness: number): number => familiar + (adventurous - familiar) * adventurousness
