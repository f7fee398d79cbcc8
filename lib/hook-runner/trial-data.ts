import type { CustomData, CustomDataHost, CustomDataPlace } from './hook.ts';

/** Custom data that a run reads as they stand and writes for itself alone: what is written is gone with the run. */
export function trialData(real?: CustomDataHost): CustomDataHost {
  let own: CustomData | undefined;
  const place: CustomDataPlace = {
    async read() {
      own ??= real ? await real.read() : { json: '{}', version: 0 };
      return own;
    },
    async write(json) {
      own = { json, version: (own?.version ?? 0) + 1 };
      return own.version;
    },
  };
  return { ...place, alone: (work) => work(place) };
}
