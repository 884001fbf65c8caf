import { routes } from '@miniapp/platform/routes';

/**
 * The address that the code holds: the server names the public address and the secret, the page's own place in the
 * app is known here. Null when the server's address holds no secret.
 */
export function shareLink(url: string): string | null {
  const token = /[?&]token=([\w-]+)/.exec(url)?.[1];
  const origin = url.split('#')[0]?.split('?')[0];
  return token && origin ? `${origin.replace(/\/$/, '')}/#${routes.verifyCertificate({ token })}` : null;
}
