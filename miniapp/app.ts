import { type PropsWithChildren, useEffect } from 'react';
import { followHostStyle } from './platform/elder';
import { watchPrivacy } from './platform/privacy';
import { followHostPerson } from './platform/session';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    watchPrivacy();
    void followHostStyle();
    void followHostPerson();
  }, []);
  return children;
}
