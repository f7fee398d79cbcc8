import type { Translation } from '../catalogue.ts';
import type english from '../en/frame.ts';

export default {
  signOut: 'Abmelden',
  theme: 'Farbschema',
  systemTheme: 'Wie im System',
  lightTheme: 'Hell',
  darkTheme: 'Dunkel',
  language: 'Sprache',
} satisfies Translation<typeof english>;
