'use server';
import { managerAction } from '#lib/action.ts';
import { publishHook, publishHookInput } from '#lib/users/hooks/publish-hook.ts';
import { tryHook, tryHookInput } from '#lib/users/hooks/try-hook.ts';

export const tryHookAction = managerAction(tryHookInput, tryHook);

export const publishHookAction = managerAction(publishHookInput, publishHook);
