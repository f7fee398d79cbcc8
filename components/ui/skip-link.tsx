/** The page's first stop for the keyboard; `target` is the id of the main landmark. */
export function SkipLink({ target, children }: { target: string; children: string }) {
  return (
    <a
      href={`#${target}`}
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control opacity-0 bg-ink px-3 py-2 text-14 font-medium text-canvas shadow-float focus:translate-y-0 focus:opacity-100"
    >
      {children}
    </a>
  );
}
