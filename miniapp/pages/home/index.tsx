import { useSession } from '@miniapp/platform/session';
import { CitizenHome } from './citizen-home';
import { StaffHome } from './staff-home';
import { VisitorHome } from './visitor-home';
import { WelcomeHome } from './welcome-home';

definePageConfig({ navigationBarTitleText: '浙江无偿献血' });

export default function Home() {
  const role = useSession()?.role;
  switch (role) {
    case undefined:
    case 'anonymous':
      return <WelcomeHome />;
    case 'visitor':
      return <VisitorHome />;
    case 'citizen':
      return <CitizenHome />;
    default:
      return <StaffHome role={role} />;
  }
}
