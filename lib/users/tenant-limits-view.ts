/** The calls that the tenant counts together against one limit. */
export type CallGroupName =
  | 'read-users'
  | 'write-users'
  | 'delete-users'
  | 'read-logs'
  | 'connections'
  | 'other';

/** How one kind of calls to the tenant fares on this server. */
export interface CallsView {
  kind: 'read' | 'write';
  /** `open`: calls rest; `probing`: one tries whether the tenant is back. */
  state: 'closed' | 'open' | 'probing';
  faultsInARow: number;
  nextAttemptInSeconds: number | null;
}

/** What administrators see of the calls that this console makes to its tenant. No user is named in it. */
export interface TenantLimitsView {
  tenant: string;
  /** Whether all servers count the budget together. */
  isShared: boolean;
  /** `null`: the console sets no limit of its own. */
  budget: { left: number; perSecond: number; burst: number } | null;
  waiting: { read: number; write: number; bulk: number };
  /** Calls that were not made since this server started, because none was left in time. */
  refused: number;
  calls: CallsView[];
  /** What the tenant itself said last of each of its limits. */
  groups: { group: CallGroupName; limit: number; remaining: number; resetsAt: string }[];
  /** The newest first. `what`: the status, or how a call ended without one. */
  faults: { at: string; kind: 'read' | 'write'; what: string }[];
}
