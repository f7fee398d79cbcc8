import frame from './en/frame.ts';
import ui from './en/ui.ts';

/** Every English message of the console, by area. A key that is not here is a compile error where it is used. */
export const english = { frame, ui };
