/**
 * How long anything in a test may take before it counts as stuck, in milliseconds. No test is red because a machine is
 * slow: it waits for what it waits for, and this limit only ends what would never come. How fast things have to be is
 * measured by `npm run bench`.
 */
export const STUCK_AFTER_MS = 600_000;
/** The same for one wait of a screen or a poll, so that a red test of a screen is told within minutes. */
export const WAIT_AT_MOST_MS = 120_000;
