import frame from './de/frame.ts';
import ui from './de/ui.ts';

/** Every German message of the console, by area. */
export const german = { frame, ui };
