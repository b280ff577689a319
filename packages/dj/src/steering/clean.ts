/** Letters, digits and what joins them are left of a request by now; a line holds so many of them. */
export const clean = (asked: string): string => (asked.length > 60 ? `${asked.slice(0, 60).trimEnd()}…` : asked)
