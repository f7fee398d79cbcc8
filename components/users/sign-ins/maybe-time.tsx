import { RelativeTime } from '#components/ui/relative-time.tsx';

/** A time that the tenant may not know. */
export function MaybeTime({ value }: { value: string | null }) {
  return value ? <RelativeTime value={value} /> : <span>–</span>;
}
