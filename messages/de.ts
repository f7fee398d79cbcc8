import frame from './de/frame.ts';

/** Every German message of the console, by area. */
export const german = { frame };
