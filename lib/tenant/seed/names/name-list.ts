/** Names of one language, as people of a company bear them. */
export interface NameList {
  /** How many of a thousand users bear names from here. */
  share: number;
  given: readonly string[];
  family: readonly string[];
  /** As the demo's settings spell it; English is everybody's. */
  language?: string;
  /** How a second family name is added, for some. */
  secondFamily?: 'hyphen' | 'space';
  /** The family name as somebody with this given name bears it. */
  agree?: (given: string, family: string) => string;
  /** The family name stands first when it is written in its own script. */
  familyFirst?: boolean;
  /** Names are pairs, `own script/Latin letters`, and some users show the first. */
  ownScript?: boolean;
}

/** One name a word; `_` stands for a space in a name. */
export function names(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' '));
}
