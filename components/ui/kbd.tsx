/** A key, as a hint beside a control. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-[4px] border border-hairline bg-neutral-2 px-1 font-sans text-12 text-muted">
      {children}
    </kbd>
  );
}
