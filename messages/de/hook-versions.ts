import type { Translation } from '../catalogue.ts';
import type english from '../en/hook-versions.ts';

export default {
  title: 'Versionen',
  description:
    'Jeder Text, den dieser Hook hatte, auf allen Servern. Ein früherer lässt sich wieder veröffentlichen; er gilt, bis sich eine Datei ändert.',
  none: 'Dieser Hook hatte nie einen Text.',
  version: 'Version {version, number}',
  inForce: 'Gilt',
  since: 'seit',
  origins: {
    start: 'mit {from} beim Start eines Servers',
    file: 'mit einer Änderung in {from}',
    published: 'veröffentlicht von {from}',
  },
  came: 'Gekommen {origin}',
  noHook: 'Es gab keinen {hook}-Hook.',
  text: 'Text',
  textOf: 'Text von Version {version, number}',
  publish: 'Veröffentlichen',
  publishVersion: 'Version {version, number} veröffentlichen',
  question: 'Version {version, number} des {hook}-Hooks veröffentlichen?',
  consequence:
    'Sie tritt auf allen Servern binnen einer Sekunde an die Stelle von Version {current, number}. Die Datei im Ordner der Hooks bleibt, wie sie ist; sobald sie sich ändert, gilt sie wieder.',
  consequenceOfNone:
    'Auf keinem Server gibt es dann einen {hook}-Hook, an Stelle von Version {current, number}. Die Datei im Ordner der Hooks bleibt, wie sie ist; sobald sie sich ändert, gilt sie wieder.',
  done: 'Version {version, number} des {hook}-Hooks gilt.',
} satisfies Translation<typeof english>;
