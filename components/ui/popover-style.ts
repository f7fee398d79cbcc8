/** What floats: menus and lists of options. */
export const popoverClass =
  'flex max-h-[min(360px,60dvh)] min-w-(--trigger-width) flex-col overflow-auto rounded-panel bg-raised p-1 text-14 text-ink shadow-float outline-none data-entering:animate-float';

/** One entry of what floats. */
export const popoverItemClass =
  'flex min-h-8 items-center gap-2 rounded-control px-2 py-1 outline-none select-none touch:min-h-11 data-focused:bg-neutral-4 data-disabled:text-muted';
