import { expect, test } from 'vitest';
import { setConsoleVariables } from '#lib/testing/console-variables.ts';
import { startIssuer } from '#lib/testing/issuer/start-issuer.ts';

test('nobody is sent to a provider that is silent or goes by another name', async () => {
  const clientSecret = 'the secret of steward at the company';
  const appOrigins = ['http://localhost:3000'];
  const issuer = await startIssuer({ port: 0, clientId: 'steward', clientSecret, appOrigins });
  const { port } = new URL(issuer.url);
  setConsoleVariables({});
  const { discoveryAddress, OtherIssuerError, providerMetadata } = await import('./provider-metadata.ts');
  const endSessionEndpoint = `${issuer.url}/session/end`;
  expect(await providerMetadata(`${issuer.url}/`)).toEqual({ issuer: issuer.url, endSessionEndpoint });
  await expect(providerMetadata(`http://127.0.0.1:${port}`)).rejects.toThrow(OtherIssuerError);
  await expect(providerMetadata(`http://127.0.0.1:${port}`)).rejects.toThrow(`calls itself ${issuer.url}`);
  await expect(providerMetadata(`${issuer.url}/nothing`)).rejects.toThrow('answered 404');
  await issuer.close();
  await expect(providerMetadata(`http://localhost:${port}/x`)).rejects.toThrow();
  expect(discoveryAddress('https://example.com/realms/staff/')).toBe(
    'https://example.com/realms/staff/.well-known/openid-configuration',
  );
});
