import { isJsonObject } from '#lib/json.ts';
import { say } from '#lib/words.ts';
import { languageDictionaryOf, type Settings } from '../policy/settings.ts';

/** The label of a field: the dictionary's, else its own, else its property. */
export function labelOf(field: { property: string; label?: string }, settings: Settings): string {
  const { labels } = languageDictionaryOf(settings);
  const isTranslated = isJsonObject(labels) && Object.hasOwn(labels, field.property);
  const label = isTranslated ? labels[field.property] : undefined;
  return typeof label === 'string' ? label : (field.label ?? field.property);
}

/** The word for a membership on the whole screen. */
export function membershipsLabelOf(settings: Settings): string {
  return settings.dict.memberships ?? say('Memberships');
}
