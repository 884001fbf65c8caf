import type { Input, Output } from '@contract/endpoint';
import type { printPrivilegeCard as contract } from '@contract/privilege-cards';
import { SCOPE_NAMES, scopeByte } from '@privilege-code/scope';
import { verifyCode } from '@privilege-code/verify';
import { toChinaDate } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { getPerson, openName } from '@server/features/identity';
import { drawPdf } from '@server/platform/drawing/draw-pdf';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { cardSheet } from './card-sheet';
import { findPrivilegeCodes } from './hold-privilege';
import { keyRing } from './key-ring';
import { nodeCheck } from './signatures';

const notACard = () => new Refusal('NOT_A_CARD', 'conflict');

/** The counter has the code from the issue; the service keeps neither the code nor the page. */
export async function printCard(
  request: RequestScope,
  { code }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { app } = request;
  const { keySet } = await keyRing(app);
  const verification = await verifyCode(code, {
    ...{ now: Math.floor(app.clock.millis() / 1000), keySet, ...nodeCheck },
    ...{ gateScope: scopeByte(SCOPE_NAMES), staffed: true, isRevoked: () => false },
  });
  if (!verification.valid || verification.code.form !== 'paper') throw notACard();
  const { cti } = verification.code;
  const card = await request.read(async tx => {
    const [row] = await findPrivilegeCodes(tx, [cti]);
    if (!row || row.revokedAt) throw notACard();
    tx.subject(row.personId);
    return { ...row, maskedName: maskName(openName(tx, await getPerson(tx, row.personId))) };
  });
  const { maskedName, mintedAt } = card;
  const pdf = await drawPdf(cardSheet({ code, maskedName, validUntil: toChinaDate(card.expiresAt) }), mintedAt);
  return { fileName: '献血优享卡.pdf', pdf: pdf.toString('base64') };
}
