import type { Translation } from '../catalogue.ts';
import type english from '../en/frame.ts';

export default {
  skipToContent: 'Zum Inhalt springen',
  main: 'Hauptmenü',
  menu: 'Menü',
  openMenu: 'Menü öffnen',
  closeMenu: 'Menü schließen',
  users: 'Benutzer',
  audit: 'Protokoll',
  log: 'Log',
  hooks: 'Hooks',
  tenant: 'Tenant',
  demo: 'Demo',
  demoData: 'Eingebauter Tenant: Demodaten',
  outbox: 'Postausgang',
  signedIn: 'Angemeldet',
  theme: 'Farbschema',
  themes: {
    system: 'Farbschema des Systems',
    light: 'Helles Farbschema',
    dark: 'Dunkles Farbschema',
  },
  language: 'Sprache',
  alternativeStyle: 'Alternative Darstellung',
  signOut: 'Abmelden',
  signInAgain: 'Erneut anmelden',
  opensNewTab: '(öffnet einen neuen Tab)',
  description: 'Die Benutzer Ihres Tenants, verwaltet von denen, die für sie verantwortlich sind.',
} satisfies Translation<typeof english>;
