import type { ReactNode } from 'react';

/** The buttons of a form; stays in view while the form scrolls. `note` stands at the left. */
export function FormFooter({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-1 mt-8 flex flex-wrap items-center justify-end gap-2 border-t border-hairline bg-canvas px-1 py-3">
      {note ? <div className="mr-auto min-w-0 text-13 text-muted">{note}</div> : null}
      {children}
    </div>
  );
}
