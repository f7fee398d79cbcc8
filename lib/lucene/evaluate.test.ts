import { describe, expect, test } from 'vitest';
import { matches } from './evaluate.ts';
import { parseLucene } from './parse.ts';

const kelly = {
  user_id: 'auth0|kelly',
  email: 'Kelly@example.com',
  email_verified: true,
  name: 'Kelly Moreau',
  username: 'KellyM',
  logins_count: 12,
  created_at: '2026-01-31T23:59:59.999Z',
  identities: [{ connection: 'Employees', provider: 'auth0', user_id: 'kelly', isSocial: false }],
  app_metadata: {
    department: 'Finance',
    level: 3,
    nothing: null,
    empty: '',
    none: [],
    vendors: [{ id: 'v1', sites: [{ city: 'Paris' }] }, { id: 'v2' }],
    groups: ['red', 'blue'],
    title: 'Head of Finance',
  },
  user_metadata: { colour: 'green', zip: '0550' },
};

function found(text: string): boolean {
  return matches(parseLucene(text), kelly);
}

const pairs: [promise: string, found: string, missed: string][] = [
  ['a value is compared whole', 'name:"Kelly Moreau"', 'name:Kelly'],
  ['a name has no case', 'name:"kelly MOREAU"', 'name:"kelly moreaux"'],
  ['an e-mail has no case', 'email:KELLY@EXAMPLE.COM', 'email:KELLY'],
  ['other fields have one', 'username:KellyM', 'username:kellym'],
  ['metadata has one', 'app_metadata.department:Finance', 'app_metadata.department:finance'],
  ['numbers are numbers', 'logins_count:12', 'logins_count:1'],
  ['numbers in metadata are numbers', 'app_metadata.level:3.0', 'app_metadata.level:30'],
  ['booleans are words', 'email_verified:true', 'email_verified:false'],
  ['an absent value is not false', 'NOT blocked:false', 'blocked:false'],
  ['arrays on the way are no level', 'app_metadata.vendors.sites.city:Paris', 'app_metadata.vendors.0.id:v1'],
  ['any element of an array counts', 'app_metadata.groups:blue', 'app_metadata.groups:green'],
  ['the connection stands in the identities', 'identities.connection:Employees', 'connection:Employees'],
  ['the domain of the e-mail is a field', 'email.domain:EXAMPLE.com', 'email.domain:example'],
  ['null is not indexed', '_exists_:app_metadata.level', '_exists_:app_metadata.nothing'],
  ['an empty text is not indexed', 'NOT app_metadata.empty:""', '_exists_:app_metadata.empty'],
  ['an empty array is not indexed', '_exists_:app_metadata.vendors', '_exists_:app_metadata.none'],
  ['a word without field finds names', '"kelly moreau"', 'kelly'],
  ['a word without field finds app_metadata', 'Paris', 'paris'],
  ['a word without field never finds user_metadata', 'user_metadata.colour:green', 'green'],
  ['an asterisk takes anything', 'name:kel*', 'name:moreau*'],
  ['an asterisk takes anything in front', 'name:*moreau', 'name:*kelly'],
  ['an asterisk takes anything between', 'name:k*y*au', 'name:k*au*y'],
  ['literals around an asterisk do not overlap', 'username:Kel*lyM', 'username:Kell*lyM'],
  ['literals between asterisks do not overlap either', 'username:K*l*yM', 'username:K*ly*yM'],
  ['numeric ranges compare numbers', 'logins_count:[9 TO 100]', 'logins_count:[100 TO 999]'],
  ['a square bracket includes', 'logins_count:[12 TO 12]', 'logins_count:{12 TO 13]'],
  ['a curly bracket excludes', 'logins_count:[11 TO 13}', 'logins_count:[11 TO 12}'],
  ['an asterisk leaves a range open', 'logins_count:[5 TO *]', 'logins_count:[* TO 5]'],
  ['a month is included whole', 'created_at:[2026-01 TO 2026-01]', 'created_at:[2026-02 TO *]'],
  ['a month is excluded whole', 'created_at:[2026-01 TO 2026-02}', 'created_at:{2026-01 TO 2026-02]'],
  ['a day is included whole', 'created_at:[* TO 2026-01-31]', 'created_at:[* TO 2026-01-31}'],
  [
    'time zones count',
    'created_at:[2026-02-01T00:59:59+01:00 TO *]',
    'created_at:[2026-02-01T01:00:00+01:00 TO *]',
  ],
  ['texts are ordered', 'app_metadata.department:[E TO G]', 'app_metadata.department:[G TO Z]'],
  ['a number is not in a range of words', 'app_metadata.level:[1 TO *]', 'app_metadata.level:[a TO z]'],
  ['a signed word must stand', '+name:"kelly moreau" other', '+other name:"kelly moreau"'],
  ['a word with minus must not', 'Finance -username:other', 'Finance -username:KellyM'],
  [
    'AND before OR',
    'app_metadata.department:Finance OR username:x AND username:y',
    '(app_metadata.department:Finance OR username:x) AND username:y',
  ],
];

describe('evaluating', () => {
  test.each(pairs)('%s: %s finds Kelly, %s does not', (_promise, finding, missing) => {
    expect(found(finding)).toBe(true);
    expect(found(missing)).toBe(false);
  });

  test('everything that an object inherits is no field', () => {
    expect(found('_exists_:constructor')).toBe(false);
    expect(found('_exists_:app_metadata.__proto__.toString')).toBe(false);
    expect(found('_exists_:name.length')).toBe(false);
    expect(matches(parseLucene('_exists_:name'), Object.create(kelly))).toBe(false);
  });
});
