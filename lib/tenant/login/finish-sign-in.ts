import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { safeHeaders } from '../server/send.ts';
import type { LoginRoom } from './login-part.ts';

export type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/**
 * Ends an interaction with a user signed in, and sends the browser on its way. A session of somebody else is ended
 * first: the provider would ask for that with a page that needs script.
 */
export async function finishSignIn(
  { provider }: LoginRoom,
  request: IncomingMessage,
  response: ServerResponse,
  interaction: Interaction,
  userId: string,
): Promise<void> {
  const session = await provider.Session.get(provider.createContext(request, response));
  if (session.accountId && session.accountId !== userId) {
    await session.destroy();
    interaction.session = undefined;
    await interaction.persist();
  }
  const location = await provider.interactionResult(
    request,
    response,
    { login: { accountId: userId, amr: ['pwd'] } },
    { mergeWithLastSubmission: false },
  );
  response.writeHead(303, { ...safeHeaders, location, 'content-length': '0' });
  response.end();
}
