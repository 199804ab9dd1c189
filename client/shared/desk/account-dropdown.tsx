import { Dropdown } from 'antd';
import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../api.ts';
import { Failure } from '../failure.ts';
import { useLanguage } from '../language.ts';
import { signOut, signOutEverywhere, switchLanguage } from '../session.ts';
import { useMay, useMe, useMeAgain } from '../signed-in.tsx';
import { useSay, useWords } from '../use-words.ts';
import { account } from '../words/account.ts';
import { shell } from '../words/shell.ts';
import { useMessage } from './messages.tsx';
import { queries } from './replies.ts';

/** Language, warehouse and the way out: open from the beginning, as it was asked for. */
export function AccountDropdown({ children }: { readonly children: ReactElement }) {
  const t = useWords(shell);
  const say = useSay();
  const english = useLanguage() === 'en';
  const own = useWords(account);
  const me = useMe();
  const may = useMay();
  const go = useNavigate();
  const again = useMeAgain();
  const message = useMessage();
  const [open, setOpen] = useState(true);
  const does: Record<string, () => unknown> = {
    language: () => switchLanguage(english ? 'zh-CN' : 'en'),
    out: signOut,
    outEverywhere: signOutEverywhere,
  };
  const move = async (warehouseId: string) => {
    await call('POST /api/v1/me/warehouse', { warehouseId });
    await again();
    await queries.invalidateQueries();
  };
  const press = async (key: string) => {
    try {
      if (key.startsWith('/')) await go(key);
      else await (does[key] ?? (() => move(key)))();
    } catch (error) {
      message.error(error instanceof Failure ? say(error.words) : t('failure.server'));
    }
  };
  const others = me.warehouses.filter(({ id }) => id !== me.warehouse?.id);
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      menu={{
        onClick: ({ key }) => void press(key),
        items: [
          { key: 'who', label: `${me.name} · ${say(me.roleName)}`, disabled: true },
          ...others.map(({ id, nameZh, nameEn }) => ({
            key: id,
            label: t('goTo', { place: english ? nameEn : nameZh }),
          })),
          { type: 'divider' },
          { key: '/account', label: own('menu.account') },
          ...(may('members.manage') && me.side !== 'staff'
            ? [
                { key: '/members', label: own('menu.members') },
                { key: '/keys', label: own('menu.keys') },
                { key: '/audit', label: own('menu.audit') },
              ]
            : []),
          { key: 'language', label: t('otherLanguage') },
          { key: 'out', label: t('signOut') },
          { key: 'outEverywhere', label: t('signOutEverywhere') },
        ],
      }}
    >
      {children}
    </Dropdown>
  );
}
