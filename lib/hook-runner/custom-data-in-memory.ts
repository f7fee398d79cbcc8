import { Turns } from '#lib/turns.ts';
import type { CustomDataHost, CustomDataPlace } from './hook.ts';

/** Custom data that last as long as this object: `{}` at first. */
export function customDataInMemory(): CustomDataHost {
  const turns = new Turns();
  let data = { json: '{}', version: 0 };
  const place: CustomDataPlace = {
    read: async () => data,
    write: async (json, basedOn) => {
      if (basedOn !== undefined && basedOn !== data.version) return undefined;
      data = { json, version: data.version + 1 };
      return data.version;
    },
  };
  return {
    read: place.read,
    write: async (json, basedOn) =>
      turns.taken && basedOn !== undefined ? undefined : place.write(json, basedOn),
    alone: (work) => turns.take(() => work(place)),
  };
}
