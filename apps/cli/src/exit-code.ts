/** 0 done (rejected rows are in the report) · 1 failed, a broken configuration included · 2 wrong usage · 3 --strict and something was rejected · 130 interrupted. */
export const exitCode = { done: 0, failed: 1, usage: 2, rejected: 3, interrupted: 130 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
