import type { Answer } from '#components/users/form/call-action.ts';

type Call<Input> = (input: Input) => Promise<Answer<unknown>>;

/** The server's actions on views. */
export interface ViewCalls {
  save: Call<{ name: string; address: string }>;
  rename: Call<{ viewId: string; name: string }>;
  update: Call<{ viewId: string; address: string }>;
  share: Call<{ viewId: string; isShared: boolean }>;
  delete: Call<{ viewId: string }>;
}
