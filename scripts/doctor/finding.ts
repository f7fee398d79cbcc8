/** One thing that was looked at. */
export interface Finding {
  ok: boolean;
  /** What was looked at, in a few words: `AUTH0_DOMAIN`, `the write hook`. */
  about: string;
  /** What is so, as a whole sentence; without secrets. */
  says: string;
  /** What to do, as a whole sentence; for what is wrong. */
  todo?: string;
}

export function right(about: string, says: string): Finding {
  return { ok: true, about, says };
}

export function wrong(about: string, says: string, todo: string): Finding {
  return { ok: false, about, says, todo };
}
