import { type Role } from '@contract/endpoint';
import { routes } from './routes';

/** What someone can do about an answer that was no because of who they are. */
export interface WayOn {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly path: string;
}

const signIn: WayOn = {
  title: '登录后查看',
  text: '登录后，您的献血记录和办理进度会显示在这里。',
  label: '去登录',
  path: routes.signIn(),
};

const bind: WayOn = {
  title: '还差一步：实名认证',
  text: '核对姓名和证件后，才能查看您本人的献血信息。',
  label: '去认证',
  path: routes.bindIdentity(),
};

export function wayOn(code: string, role: Role | undefined): WayOn | null {
  if (code === 'NOT_SIGNED_IN' || code === 'SESSION_EXPIRED') return signIn;
  if (code === 'NOT_ALLOWED' && role === undefined) return signIn;
  if (code === 'NOT_ALLOWED' && role === 'visitor') return bind;
  return null;
}
