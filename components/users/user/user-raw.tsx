import { JsonBlock } from '#components/ui/json-block.tsx';
import type { JsonObject } from '#lib/json.ts';
import { getTranslations } from '#messages/server.ts';

/** The whole profile as the manager may see it. */
export async function UserRaw({ profile }: { profile: JsonObject }) {
  const t = await getTranslations('user');
  return <JsonBlock label={t('rawProfile')} copyLabel={t('copyRawProfile')} value={profile} />;
}
