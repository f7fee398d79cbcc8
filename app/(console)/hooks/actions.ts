'use server';
import { managerAction } from '#lib/action.ts';
import { tryHook, tryHookInput } from '#lib/users/try-hook.ts';

export const tryHookAction = managerAction(tryHookInput, tryHook);
