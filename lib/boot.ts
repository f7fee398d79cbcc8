import { notePeers } from '#lib/audit/note-peers.ts';
import { startRecordStreams } from '#lib/audit/streams/streams.ts';
import { databaseConnections } from '#lib/auth0/connections.ts';
import { env } from '#lib/env.ts';
import { startFollowingRestores } from '#lib/follow-restores.ts';
import { checkHookText } from '#lib/hook-runner/check-hook.ts';
import { startHooks } from '#lib/hook-versions/hooks-in-force.ts';
import { log } from '#lib/log.ts';
import { stopOnSignals } from '#lib/operating/stop.ts';
import { keepResolvingAttempts } from '#lib/resolve-attempts.ts';
import { OtherIssuerError, providerMetadata } from '#lib/sign-in/provider-metadata.ts';
import { openState } from '#lib/state/state.ts';
import { startTelemetry } from '#lib/telemetry/start-telemetry.ts';

/**
 * Runs before the server takes a request. Wrong settings, an unreadable folder of hooks, and data of its own
 * that cannot be used or that another server holds, stop the start; a hook that cannot be run is named, and
 * refuses whatever would need it. The database, the sandbox and the tenant's token are made ready here, so
 * that nobody's first page waits for them.
 */
export async function boot(): Promise<void> {
  notePeers();
  try {
    await startTelemetry();
    await openState();
    startRecordStreams();
    keepResolvingAttempts();
    const hooks = await startHooks();
    startFollowingRestores();
    for (const hook of Object.values(hooks)) {
      const failure = await checkHookText(hook.name, hook.text);
      if (failure)
        log('error', `${failure.message} Until it is mended, everything that needs it is refused.`);
    }
  } catch (error) {
    log('error', error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
  stopOnSignals();
  if (env().SIGN_IN === 'oidc') await checkProvider();
  await databaseConnections().catch(() => {
    log('warn', `The tenant ${env().AUTH0_DOMAIN} does not answer yet; pages will say so until it does.`);
  });
}

/** Another provider at the configured address stops the start; one that is silent may come back. */
async function checkProvider(): Promise<void> {
  const issuer = env().OIDC_ISSUER;
  try {
    await providerMetadata(issuer);
  } catch (error) {
    if (!(error instanceof OtherIssuerError)) {
      log('warn', `The sign-in provider ${issuer} does not answer yet; nobody can sign in until it does.`);
      return;
    }
    log('error', error.message);
    process.exit(1);
  }
}
