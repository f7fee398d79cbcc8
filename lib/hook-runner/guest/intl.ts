import type { HostFunction } from './runtime.ts';
export function guestIntl(_host: HostFunction): void {}
