import { CopyButton } from '#components/ui/copy-button.tsx';
import type { JsonObject } from '#lib/json.ts';

/** The whole profile as the manager may see it. */
export function UserRaw({ profile }: { profile: JsonObject }) {
  const text = JSON.stringify(profile, null, 2);
  return (
    <section aria-label="Raw profile" className="relative rounded-panel border border-hairline bg-neutral-2">
      <div className="absolute top-2 right-2">
        <CopyButton text={text} label="Copy raw profile" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} className="overflow-x-auto p-4 pr-12 font-mono text-13">
        {text}
      </pre>
    </section>
  );
}
