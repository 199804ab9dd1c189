import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import english from 'antd/es/locale/en_US.js';
import chinese from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect } from 'react';
import { useLanguage } from '../language.ts';
import type { Me } from '../session.ts';
import { SignedIn } from '../signed-in.tsx';
import { antdTheme } from '../theme/antd-theme.ts';
import { Messages } from './messages.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { queries } from './replies.ts';
import './account.css';
import './desk.css';
import './things.css';

/** What the office and both portals stand on: theme, language, what was asked before, and who is signed in. */
export function Desk({
  side,
  size = 'middle',
  children,
}: {
  readonly side: Me['side'];
  /** 'large' for thumbs. */
  readonly size?: 'middle' | 'large';
  readonly children: ReactNode;
}) {
  const language = useLanguage();
  useEffect(() => void dayjs.locale(language === 'en' ? 'en' : 'zh-cn'), [language]);
  return (
    <ConfigProvider
      theme={antdTheme}
      locale={language === 'en' ? english : chinese}
      componentSize={size}
      // A space between two Chinese characters of a button is a habit that reads as an error.
      button={{ autoInsertSpace: false }}
    >
      <Messages>
        <QueryClientProvider client={queries}>
          <SignedIn side={side}>
            {children}
            <ProofDialog />
          </SignedIn>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}
