import { africaAndMiddleEast } from './names/africa-and-middle-east.ts';
import { asia } from './names/asia.ts';
import type { NameList } from './names/name-list.ts';
import { northernAndEasternEurope } from './names/northern-and-eastern-europe.ts';
import { southernEurope } from './names/southern-europe.ts';
import { westernEurope } from './names/western-europe.ts';
import type { Random } from './random.ts';

const nameLists = [
  ...westernEurope,
  ...southernEurope,
  ...northernAndEasternEurope,
  ...asia,
  ...africaAndMiddleEast,
];

/** A person's name, as it is shown and in letters that an e-mail address takes. */
export interface PersonName {
  given: string;
  family: string;
  name: string;
  latinGiven: string;
  latinFamily: string;
  /** A language that the person speaks besides English, if the demo's settings know it. */
  language?: string;
}

export function makeName(random: Random): PersonName {
  const list = random.pickByShare(nameLists);
  const given = split(random.pick(list.given));
  const family = familyName(random, list, given);
  const own = list.ownScript === true && random.chance(0.4);
  const shownGiven = own ? given.own : given.latin;
  const shownFamily = own ? family.own : family.latin;
  return {
    given: shownGiven,
    family: shownFamily,
    name: own && list.familyFirst ? `${shownFamily} ${shownGiven}` : `${shownGiven} ${shownFamily}`,
    latinGiven: given.latin,
    latinFamily: family.latin,
    language: list.language,
  };
}

interface Spelling {
  own: string;
  latin: string;
}

function familyName(random: Random, list: NameList, given: Spelling): Spelling {
  const agreed = (family: Spelling) => (list.agree ? split(list.agree(given.latin, family.latin)) : family);
  const first = split(random.pick(list.family));
  const second = split(random.pick(list.family));
  const share = list.secondFamily === 'space' ? 0.7 : 0.06;
  if (!list.secondFamily || !random.chance(share) || first.latin === second.latin) return agreed(first);
  const latin = `${first.latin}${list.secondFamily === 'space' ? ' ' : '-'}${second.latin}`;
  return agreed({ own: latin, latin });
}

function split(name: string): Spelling {
  const [own = name, latin = own] = name.split('/');
  return { own, latin };
}
