export type ComboBoxOption = { value: string; label: string };

/** More entries than this are not drawn; typing narrows them down. */
export const shownOptionsMax = 200;
