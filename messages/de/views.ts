import type { Translation } from '../catalogue.ts';
import type english from '../en/views.ts';

export default {
  title: 'Ansichten',
  open: 'Ansicht: {name}',
  changed: 'Ansicht: {name} (geändert)',
  own: 'Ihre Ansichten',
  shared: 'Für alle',
  save: 'Ansicht speichern',
  saveMeans:
    'Speichert Suche, Filter, Sortierung und Seitengröße unter diesem Namen, für Sie und überall, wo Sie sich anmelden.',
  saved: 'Ansicht gespeichert',
  name: 'Name',
  update: '„{name}“ auf das Gezeigte ändern',
  updated: '„{name}“ zeigt jetzt diese Liste',
  manage: 'Ansichten verwalten',
  none: 'Es gibt keine Ansichten mehr, die Sie ändern könnten.',
  of: '{action}: {name}',
  rename: 'Umbenennen',
  share: 'Teilen',
  unshare: 'Nicht mehr teilen',
  delete: 'Löschen',
  question: {
    share: '„{name}“ mit allen teilen?',
    unshare: '„{name}“ nicht mehr teilen?',
    delete: '„{name}“ löschen?',
  },
  means: {
    share:
      'Alle, die sich hier anmelden, sehen den Namen und wonach die Ansicht sucht, und in der Liste nur die Benutzer, die sie sehen dürfen. Ändern kann sie die Administration.',
    unshare: 'Die Ansicht gehört dann nur noch Ihnen.',
    delete: 'Die Benutzer, die sie zeigt, bleiben, wie sie sind.',
    deleteShared: 'Niemand hat sie mehr. Die Benutzer, die sie zeigt, bleiben, wie sie sind.',
  },
  done: {
    rename: 'Ansicht umbenannt',
    share: '„{name}“ ist mit allen geteilt',
    unshare: '„{name}“ gehört nur noch Ihnen',
    delete: 'Ansicht „{name}“ gelöscht',
  },
} satisfies Translation<typeof english>;
