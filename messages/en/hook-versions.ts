/** The versions of one hook, below the door to try it. */
export default {
  title: 'Versions',
  description:
    'Every text that this hook had, on all servers. A former one can be published again; it counts until a file changes.',
  none: 'This hook never had a text.',
  version: 'Version {version, number}',
  inForce: 'In force',
  since: 'since',
  origins: {
    start: 'with {from} as a server started',
    file: 'with a change in {from}',
    published: 'published by {from}',
  },
  came: 'Came {origin}',
  noHook: 'There was no {hook} hook.',
  text: 'Text',
  textOf: 'Text of version {version, number}',
  publish: 'Publish',
  publishVersion: 'Publish version {version, number}',
  question: 'Publish version {version, number} of the {hook} hook?',
  consequence:
    'It takes the place of version {current, number} on all servers within a second. The file in the folder of hooks stays as it is; once that changes, it counts again.',
  consequenceOfNone:
    'There is then no {hook} hook on any server, in place of version {current, number}. The file in the folder of hooks stays as it is; once that changes, it counts again.',
  done: 'Version {version, number} of the {hook} hook is in force.',
} as const;
