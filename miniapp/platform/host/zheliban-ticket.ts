import { zhelibanServiceCode } from '../build';
import { storage } from '../storage';
import { bridge } from './zwjs-bridge';

/** `ticket` came in the address (single sign-on A), `ticketId` from the bridge (unified sign-on B): not interchangeable. */
export interface Ticket {
  readonly ticket: string;
  readonly kind: 'ticket' | 'ticketId';
}

const usedKey = 'zheliban.used-ticket';

/** A ticket works once; coming back from another page must not offer it again. */
function fresh(found: Ticket): Ticket | null {
  if (storage.read(usedKey) === found.ticket) return null;
  storage.write(usedKey, found.ticket);
  return found;
}

function inAddress(): Ticket | null {
  // It stands before the hash: …/index.html?ticket=…#/pages/…
  const query = new URLSearchParams(window.location.search);
  const ticketId = query.get('ticketId');
  if (ticketId) return { ticket: ticketId, kind: 'ticketId' };
  const ticket = query.get('ticket');
  return ticket ? { ticket, kind: 'ticket' } : null;
}

export function hasNewTicket(): boolean {
  const found = inAddress();
  return found !== null && storage.read(usedKey) !== found.ticket;
}

async function fromBridge(): Promise<Ticket | null> {
  const zwjs = await bridge();
  const first = await zwjs?.ssoTicket?.({});
  if (!first) return null;
  // Inside WeChat the first answer may be empty until the host signs the person in.
  const ticketId = first.ticketId || (await zwjs?.openLink?.({ type: 'reload' }))?.ticketId;
  return ticketId ? { ticket: ticketId, kind: 'ticketId' } : null;
}

/** Where a container without the unified sign-on fetches its ticket; it comes back to this very page. */
export function signOnAddress(userAgent: string, page: string): string | null {
  if (!zhelibanServiceCode) return null;
  const agent = userAgent.toLowerCase();
  const goto = encodeURIComponent(page);
  const code = encodeURIComponent(zhelibanServiceCode);
  if (agent.includes('miniprogram') && agent.includes('alipay'))
    return `https://puser.zjzwfw.gov.cn/sso/alipay.do?action=ssoLogin&scope=1&servicecode=${code}&goto=${goto}`;
  if (agent.includes('dtdreamweb'))
    return `https://puser.zjzwfw.gov.cn/sso/mobile.do?action=oauth&scope=1&servicecode=${code}&goto=${goto}`;
  return null;
}

export async function findTicket(): Promise<Ticket | null> {
  const given = inAddress();
  const found = (given && fresh(given)) ?? (await fromBridge());
  if (found) return found;
  const page = new URL(window.location.href);
  // The next ticket would stand behind the used one, where nobody looks.
  for (const used of ['ticket', 'ticketId']) page.searchParams.delete(used);
  const address = signOnAddress(navigator.userAgent, page.href);
  // `replace`: a second entry in the history would trap the back button.
  if (address) window.location.replace(address);
  return null;
}
