import type { Json, JsonObject } from '#lib/json.ts';
import { CopyButton } from './copy-button.tsx';

/** A value as it is, to be read and copied. */
export function JsonBlock({
  label,
  copyLabel,
  value,
}: {
  /** Names the part of the page. */
  label: string;
  copyLabel: string;
  value: Json | JsonObject;
}) {
  const text = JSON.stringify(value, null, 2);
  return (
    <section aria-label={label} className="relative rounded-panel border border-hairline bg-neutral-2">
      <div className="absolute top-2 right-2">
        <CopyButton text={text} label={copyLabel} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} className="overflow-x-auto p-4 pr-12 font-mono text-13">
        {text}
      </pre>
    </section>
  );
}
