import { JsonBlock } from '#components/ui/json-block.tsx';
import type { JsonObject } from '#lib/json.ts';

/** The whole profile as the manager may see it. */
export function UserRaw({ profile }: { profile: JsonObject }) {
  return <JsonBlock label="Raw profile" copyLabel="Copy raw profile" value={profile} />;
}
