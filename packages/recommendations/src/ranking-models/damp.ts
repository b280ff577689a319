/** How plays are counted: 1 for any number of them, or ln(1 + plays), by which a hundred plays say more than one but not a hundred times more. */
export const dampings = { once: (plays: number) => (plays > 0 ? 1 : 0), logarithm: (plays: number) => (plays > 0 ? Math.log1p(plays) : 0) } as const
