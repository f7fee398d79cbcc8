/** A ring of keys held in a hand's curve, drawn as an S of two arcs on a rounded square. */
export function ProductMark() {
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0">
        <rect width="24" height="24" rx="6" className="fill-accent" />
        <path
          d="M16.5 8.25A4 4 0 0 0 13 6.5h-2a2.75 2.75 0 0 0 0 5.5h2a2.75 2.75 0 0 1 0 5.5h-2a4 4 0 0 1-3.5-1.75"
          fill="none"
          className="stroke-on-accent"
          strokeWidth="2.25"
          strokeLinecap="round"
        />
      </svg>
      <span className="text-16 font-semibold">Steward</span>
    </span>
  );
}
