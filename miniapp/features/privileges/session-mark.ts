import { fromBase64url } from '@privilege-code/base64url';
import { getSession } from '@miniapp/platform/session';

/**
 * Names the session and stays the same when its token is renewed; null without one. What is kept on the phone for later belongs to it:
 * somebody else who signs in here must not find it.
 */
export function sessionMark(): string | null {
  const payload = getSession()?.accessToken.split('.')[1];
  if (!payload) return null;
  try {
    const claims: unknown = JSON.parse(String.fromCharCode(...fromBase64url(payload)));
    const mark: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'sid') : null;
    return typeof mark === 'string' ? mark : null;
  } catch {
    return null;
  }
}
