import { isDeepStrictEqual } from 'node:util';
import { parseEnvironment } from '#lib/env.ts';
import type { Json } from '#lib/json.ts';
import { customDataOf } from '#lib/state/custom-data.ts';
import { openStateAt } from '#lib/state/state.ts';

/** What became of the custom data. */
export interface KeptData {
  ok: boolean;
  says: string;
}

const bytesMax = 400_000;

/**
 * Puts DAE's custom data where this console's hooks read it. Data that stand there already are kept, unless `force`
 * says otherwise.
 * @param variables the server's, which say which tenant the data belong to and where they are kept
 */
export async function keepCustomData(
  data: Json | undefined,
  variables: Record<string, string | undefined>,
  force: boolean,
): Promise<KeptData> {
  if (data === undefined || JSON.stringify(data) === '{}')
    return { ok: true, says: 'There is no custom data.' };
  const json = JSON.stringify(data);
  const bytes = Buffer.byteLength(json);
  if (bytes > bytesMax) {
    return notTaken(
      `they have ${bytes} bytes, and hooks can keep ${bytesMax}. Make them smaller in the file`,
    );
  }
  const place = placeIn(variables);
  if (!place) return notTaken('the settings of a tenant are not there yet. Run npm run setup');
  try {
    const state = await openStateAt(place);
    try {
      return await write(
        customDataOf(place.tenant, async () => state),
        data,
        json,
        force,
      );
    } finally {
      await state.close();
    }
  } catch (error) {
    return notTaken(`${error instanceof Error ? error.message.replace(/\.$/, '') : error}. Mend that`);
  }
}

async function write(
  host: ReturnType<typeof customDataOf>,
  data: Json,
  json: string,
  force: boolean,
): Promise<KeptData> {
  const says = `The custom data (${Buffer.byteLength(json)} bytes) are where the hooks read them.`;
  return host.alone(async (place) => {
    const present = await place.read();
    const standing: Json = JSON.parse(present.json);
    if (isDeepStrictEqual(standing, data)) return { ok: true, says };
    if (!force && present.json !== '{}') {
      return notTaken('other data stand there already, and were kept. Let them be replaced with --force');
    }
    const written = await place.write(json, present.version);
    return written === undefined
      ? notTaken('a hook has written meanwhile. Wait a moment')
      : { ok: true, says };
  });
}

function notTaken(why: string): KeptData {
  return {
    ok: false,
    says: `✗ The custom data were not taken: ${why}, and run the import again; hooks that are the same stay.`,
  };
}

/** `undefined` where the settings do not say yet which tenant there is. */
function placeIn(variables: Record<string, string | undefined>) {
  try {
    const { tenantOrigin, DATABASE_URL: databaseUrl, STATE_DIR: folder } = parseEnvironment(variables);
    return { tenant: tenantOrigin, databaseUrl, folder };
  } catch {
    return undefined;
  }
}
