'use client';
import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  type ToggleEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

const hoverDelayMs = 400;
const leaveDelayMs = 120;
const edgePx = 8;
const gapPx = 6;

export type TooltipTriggerProps = {
  'aria-describedby'?: string;
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave?: () => void;
  onPointerDown?: () => void;
  onFocus?: (event: FocusEvent<HTMLElement>) => void;
  onBlur?: () => void;
};

/** Puts the tooltip above the trigger, or below it where there is no room, inside the window. */
function place(tooltip: HTMLElement, trigger: Element) {
  const anchor = trigger.getBoundingClientRect();
  const { width, height } = tooltip.getBoundingClientRect();
  const above = anchor.top - gapPx - height;
  const left = anchor.left + anchor.width / 2 - width / 2;
  const leftMax = document.documentElement.clientWidth - edgePx - width;
  tooltip.style.top = `${above < edgePx ? anchor.bottom + gapPx : above}px`;
  tooltip.style.left = `${Math.max(edgePx, Math.min(left, leftMax))}px`;
}

/**
 * Props for a trigger, and the tooltip to render beside it. Opens on keyboard focus at once and on hover
 * after 400 ms, stays while the pointer is over it, closes on Escape (WCAG 2.2, 1.4.13).
 */
export function useTooltip(text: ReactNode, { describes = true } = {}) {
  const id = useId();
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function later(next: HTMLElement | null, delayMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTrigger(next), delayMs);
  }
  function close() {
    clearTimeout(timer.current);
    setTrigger(null);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!trigger) return;
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setTrigger(null);
    const onScroll = () => setTrigger(null);
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, [trigger]);

  const triggerProps: TooltipTriggerProps = {
    onPointerEnter: (event) => event.pointerType === 'mouse' && later(event.currentTarget, hoverDelayMs),
    onPointerLeave: () => later(null, leaveDelayMs),
    onPointerDown: close,
    onFocus: (event) => event.currentTarget.matches(':focus-visible') && setTrigger(event.currentTarget),
    onBlur: close,
  };
  if (describes && trigger) triggerProps['aria-describedby'] = id;

  const tooltip = trigger ? (
    <span
      ref={(element) => {
        if (!element || element.matches(':popover-open')) return;
        element.showPopover();
        place(element, trigger);
      }}
      id={id}
      role="tooltip"
      popover="manual"
      aria-hidden={describes ? undefined : true}
      onPointerEnter={() => clearTimeout(timer.current)}
      onPointerLeave={() => later(null, leaveDelayMs)}
      onToggle={(event: ToggleEvent<HTMLElement>) => event.newState === 'closed' && setTrigger(null)}
      className="fixed m-0 max-w-72 animate-appear rounded-control bg-ink px-2 py-1 text-left text-12 font-regular whitespace-normal text-canvas shadow-float"
    >
      {text}
    </span>
  ) : null;

  return { triggerProps, tooltip };
}
